import type { Statement, SubjectPage } from '../../../api/statements.ts';
import type { Json } from '../../../core/bytes/json.ts';
import type { AssistanceRow } from '../../../core/register/ask/assistance.ts';
import { call } from '../../client.ts';
import { asProse } from '../../fields/prose.ts';
import type { ProgrammeView } from '../../state/programme.svelte.ts';
import { minutesTitle, minuteWording } from '../../state/titles.ts';

type Words = Readonly<Record<string, string>>;

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
  const figures = ours.fields['figures'];
  return beginMinutes(programme, title, page.subject, figures === undefined ? {} : { figures });
}

/** Begins minutes of a hand-over, in private: what arrived is the figure, what did not is recorded as lost. */
export async function handOverMinutes(
  programme: ProgrammeView,
  subject: string,
  rows: readonly AssistanceRow[],
): Promise<string> {
  const title: Record<string, string> = {};
  const wording: Record<string, string> = {};
  for (const lang of programme.languages) {
    title[lang] = await minutesTitle(lang, rows.map(({ what }) => what).join(', '));
    const lines = await Promise.all(rows.map((row) => minuteWording(lang, row)));
    wording[lang] = lines.join(' ');
  }
  const figure = ({ unit, what }: AssistanceRow, amount: string) => ({ what, amount, unit });
  return beginMinutes(programme, title, subject, {
    figures: rows.map((row) => figure(row, row.received[0]?.amount ?? '0')),
    lost: rows.map((row) => figure(row, row.difference ?? '0')),
    wording,
  });
}

async function beginMinutes(
  programme: ProgrammeView,
  title: Words,
  about: string,
  fields: Readonly<Record<string, Json>>,
): Promise<string> {
  const params = { programme: programme.id };
  const { id } = await call('POST /api/programmes/{programme}/texts', {
    params,
    body: { kind: 'minutes', title },
  });
  const item = `settlement.${id.slice(id.indexOf('.') + 1)}`.slice(0, 51);
  const values = { in: true, place: 'i', about, ...fields };
  await call('PUT /api/programmes/{programme}/texts/{text}/drafts', {
    params: { ...params, text: id },
    body: { changes: Object.entries(values).map(([field, value]) => ({ item, field, value, version: 0 })) },
  });
  return id;
}
