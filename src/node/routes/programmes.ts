import * as border from '../../api/border-lines.ts';
import type { Programme as ProgrammeShape } from '../../api/programmes.ts';
import * as declared from '../../api/programmes.ts';
import { borderLinesOf, setBorderLines } from '../border-lines.ts';
import { lastExchanges } from '../exchange-state.ts';
import { fingerprint } from '../founding.ts';
import { type App, caller, programmeOf, serve } from '../http/serve.ts';
import type { Node } from '../node.ts';
import {
  allProgrammes,
  changeSettings,
  findProgramme,
  type KnownProgramme,
  prepareProgramme,
  settingsOf,
} from '../programmes.ts';

export function serveProgrammes(app: App, node: Node): void {
  serve(app, node, declared.listProgrammes, async (c) => {
    const { account } = caller(c);
    const all = await allProgrammes(node);
    const visible = all.filter(
      (one) => account.programmes === undefined || account.programmes.includes(one.id),
    );
    return c.json(await Promise.all(visible.map((one) => programmeShape(node, one))), 200);
  });
  serve(app, node, declared.readProgramme, async (c) =>
    c.json(await programmeShape(node, programmeOf(c)), 200),
  );
  serve(app, node, declared.prepareProgramme, async (c) => {
    const { languages, names, partners, timeZone } = c.req.valid('json');
    const programme = await prepareProgramme(
      node,
      { languages, names, partners, zone: timeZone },
      caller(c).account.id,
    );
    return c.json(await programmeShape(node, programme), 200);
  });
  serve(app, node, declared.changeSettings, async (c) => {
    const programme = programmeOf(c);
    const { fourEyes } = c.req.valid('json');
    await changeSettings(
      node,
      programme.id,
      fourEyes === undefined ? {} : { fourEyes },
      caller(c).account.id,
    );
    return c.json(await programmeShape(node, programme), 200);
  });
  serve(app, node, border.readBorderLines, async (c) =>
    c.json(await borderLinesOf(node, programmeOf(c).id), 200),
  );
  serve(app, node, border.setBorderLines, async (c) => {
    const lines = c.req.valid('json');
    await setBorderLines(node, programmeOf(c).id, lines, caller(c).account.id);
    return c.json(lines, 200);
  });
}

export async function programmeShape(node: Node, programme: KnownProgramme): Promise<ProgrammeShape> {
  const { id, languages, names, parties, party, running, state, zone } = programme;
  const lock = running?.lock();
  return {
    id,
    names,
    languages,
    timeZone: zone,
    state,
    parties: parties.map((one) => ({ code: one.code, names: one.names, ours: one.code === party })),
    version: (await programme.register()).version,
    lastExchange: running === undefined ? [] : await lastExchanges(node, running),
    settings: await settingsOf(node, id),
    ...(state === 'prepared' ? {} : { fingerprint: fingerprint(id) }),
    ...(lock === undefined ? {} : { lock }),
  };
}

/** The shape of a programme by its id, after it has changed. */
export async function shapeOfId(node: Node, id: KnownProgramme['id']): Promise<ProgrammeShape> {
  const programme = await findProgramme(node, id);
  if (programme === undefined) throw new Error(`programme ${id} has gone`);
  return programmeShape(node, programme);
}
