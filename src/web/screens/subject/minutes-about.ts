import type { Statement, SubjectPage } from '../../../api/statements.ts';
import { call } from '../../client.ts';
import { asProse } from '../../fields/prose.ts';
import type { ProgrammeView } from '../../state/programme.svelte.ts';
import { minutesTitle } from '../../state/titles.ts';

/** Begins minutes, in private, that settle the figures of a line; the figures start as ours. */
export async function minutesAbout(
  programme: ProgrammeView,
  page: SubjectPage,
  ours: Statement,
): Promise<string> {
  const words = asProse(page.line?.fields['activity']);
  const title: Record<string, string> = {};
  for (const lang of programme.languages) {
    const activity = words[lang];
    title[lang] = await minutesTitle(lang, typeof activity === 'string' ? activity : page.subject);
  }
  const params = { programme: programme.id };
  const { id } = await call('POST /api/programmes/{programme}/texts', {
    params,
    body: { kind: 'minutes', title },
  });
  const item = `settlement.${id.slice(id.indexOf('.') + 1)}`.slice(0, 51);
  const figures = ours.fields['figures'];
  await call('PUT /api/programmes/{programme}/texts/{text}/drafts', {
    params: { ...params, text: id },
    body: {
      changes: [
        { item, field: 'in', value: true, version: 0 },
        { item, field: 'place', value: 'i', version: 0 },
        { item, field: 'about', value: page.subject, version: 0 },
        ...(figures === undefined ? [] : [{ item, field: 'figures', value: figures, version: 0 }]),
      ],
    },
  });
  return id;
}
