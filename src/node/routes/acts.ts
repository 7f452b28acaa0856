import type { ActPage, PartyList } from '../../api/acts.ts';
import * as declared from '../../api/acts.ts';
import type { Hash, PartyCode } from '../../core/bytes/ids.ts';
import type { Json } from '../../core/bytes/json.ts';
import { statementsOn } from '../../core/register/accounts.ts';
import type { Register } from '../../core/register/register.ts';
import {
  actsOn,
  changesOfList,
  inForce,
  knownActs,
  partiesOf,
  textOf,
  textsOf,
} from '../../core/register/texts.ts';
import type { Act, ActView } from '../../core/text/act.ts';
import { actView, ancestorsOf } from '../../core/text/acts.ts';
import type { Content, TextView } from '../../core/text/view.ts';
import type { Account } from '../accounts.ts';
import { declarationOf } from '../declarations.ts';
import { refOf } from '../drafts.ts';
import { heldByPartners } from '../exchange-state.ts';
import { fingerprint } from '../founding.ts';
import { type App, caller, programmeOf, serve } from '../http/serve.ts';
import { stringOf } from '../json-text.ts';
import type { Node } from '../node.ts';
import { Refusal } from '../problem.ts';
import type { Programme } from '../programme.ts';
import type { KnownProgramme } from '../programmes.ts';
import { partiesAfter, proposeAct } from '../propose.ts';
import { contentSide, redlineOf } from '../redline.ts';
import { certify, consentBar, signAct, turnAgainst } from '../signing.ts';
import { running } from './keys.ts';

export function serveActs(app: App, node: Node): void {
  serve(app, node, declared.listActs, async (c) => {
    const programme = programmeOf(c);
    const register = await programme.register();
    const today = programme.today();
    const views = new Map(
      [
        ...textsOf(register).flatMap((text) => actsOn(register, text, today)),
        ...changesOfList(register, today),
      ].map((view) => [view.id, view]),
    );
    return c.json([...views.values()], 200);
  });
  serve(app, node, declared.readPartyList, async (c) => {
    const programme = programmeOf(c);
    return c.json(partyListOf(programme, await programme.register()), 200);
  });
  serve(app, node, declared.readAct, async (c) => {
    const programme = running(programmeOf(c));
    return c.json(await actPage(node, programme, caller(c).account, c.req.valid('param').act as Hash), 200);
  });
  serve(app, node, declared.proposeAct, async (c) => {
    const { base, effective, mode, openUntil } = c.req.valid('json');
    const programme = running(programmeOf(c));
    const texts = [refOf(c.req.valid('param').text, base, mode)];
    return c.json(await viewOf(programme, await proposeAct(programme, { texts, effective, openUntil })), 200);
  });
  serve(app, node, declared.proposeActs, async (c) => {
    const { effective, openUntil, parties, texts: given } = c.req.valid('json');
    const programme = running(programmeOf(c));
    const texts = given.map(({ base, mode, text }) => refOf(text, base, mode));
    const terms = { texts, parties: parties as readonly PartyCode[] | undefined, effective, openUntil };
    return c.json(await viewOf(programme, await proposeAct(programme, terms)), 200);
  });
  serve(app, node, declared.signAct, async (c) => {
    const programme = running(programmeOf(c));
    const id = c.req.valid('param').act as Hash;
    const { capacity, content, paper, password } = c.req.valid('json');
    const { authority, scan, ...rest } = capacity;
    const given = {
      ...rest,
      ...(authority === undefined ? {} : { authority }),
      ...(scan === undefined ? {} : { scan: scan as Hash }),
    };
    await signAct(node, programme, caller(c).account, id, { password, content, paper, capacity: given });
    return c.json(await viewOf(programme, id), 200);
  });
  serve(app, node, declared.declineAct, async (c) => {
    const programme = running(programmeOf(c));
    const id = c.req.valid('param').act as Hash;
    await turnAgainst(programme, id, 'decline', c.req.valid('json').reason);
    return c.json(await viewOf(programme, id), 200);
  });
  serve(app, node, declared.rescindAct, async (c) => {
    const programme = running(programmeOf(c));
    const id = c.req.valid('param').act as Hash;
    await turnAgainst(programme, id, 'rescind');
    return c.json(await viewOf(programme, id), 200);
  });
  serve(app, node, declared.certifyAct, async (c) => {
    const { post, step } = c.req.valid('json');
    const head = await certify(running(programmeOf(c)), c.req.valid('param').act as Hash, step, post);
    return c.json({ seq: head.seq }, 200);
  });
}

function partyListOf(programme: KnownProgramme, register: Register): PartyList {
  const today = programme.today();
  const changes = changesOfList(register, today).map((view) => {
    const after = programme.running && partiesAfter(programme.running, register, view.act);
    return { view, ...(after === undefined ? {} : { parties: after }) };
  });
  return { listed: partiesOf(register), changes };
}

async function viewOf(programme: Programme, id: Hash): Promise<ActView> {
  const known = knownActs(await programme.register());
  if (!known.acts.has(id)) throw new Refusal('request.not-found');
  return actView(known, id, programme.today());
}

async function actPage(node: Node, programme: Programme, account: Account, id: Hash): Promise<ActPage> {
  const register = await programme.register();
  const view = await viewOf(programme, id);
  const { act } = view;
  const bar = await consentBar(programme, register, account, id);
  const texts: ActPage['texts'][number][] = [];
  for (const { content: hash } of act.texts) {
    const content = register.contents.get(hash);
    if (content !== undefined) texts.push(await actText(programme, register, act, hash, content));
  }
  const today = programme.today();
  const after = partiesAfter(programme, register, act);
  return {
    view,
    texts,
    ...(after === undefined ? {} : { partiesAfter: after }),
    fingerprint: fingerprint(id),
    mayConsent: bar === undefined ? true : { code: bar },
    lastHeld: await heldByPartners(node, programme),
    concordance: act.texts.flatMap(({ content, text }) => concordanceOf(register, text, content)),
    ends: endsOf(register, id, today),
    completes: view.awaits.length === 1 && view.awaits[0] === programme.party,
    overdue: act.openUntil !== undefined && act.openUntil < today,
  };
}

async function actText(
  programme: Programme,
  register: Register,
  act: Act,
  hash: Hash,
  content: Content,
): Promise<ActPage['texts'][number]> {
  const { text } = content;
  const today = programme.today();
  const before = inForce(register, text, today);
  const isNewer = before?.content !== undefined && before.contentHash !== hash;
  const carried = act.texts.find((one) => one.content === hash);
  const ref = carried === undefined ? { text } : refOf(text, carried.base, carried.mode);
  return {
    hash,
    content,
    declaration: await declarationOf(programme.store, content.declaration),
    differs:
      ref.base !== undefined && !register.contents.has(ref.base)
        ? []
        : differsFrom(textOf(register, ref), content),
    ...(isNewer && before.content !== undefined
      ? { changes: redlineOf(register, text, contentSide(before.content), contentSide(content)) }
      : {}),
  };
}

/** Positions that are now other than the content (A11). */
function differsFrom(view: TextView, content: Content): ActPage['texts'][number]['differs'] {
  const items = new Map(content.items.map((item) => [item.id as string, item.fields]));
  return [view.head, ...view.items].flatMap((item) => {
    const fixed = item.id === content.text ? content.head : items.get(item.id);
    const inclusion = item.id === content.text ? [] : differsIn(item.id, item.inclusion, fixed !== undefined);
    return [
      ...inclusion,
      ...(fixed === undefined
        ? []
        : item.fields
            .filter((field) => field.state !== 'each')
            .flatMap((field) => differsIn(item.id, field, fixed[field.field] ?? null))),
    ];
  });
}

function differsIn(
  item: string,
  field: TextView['head']['inclusion'],
  fixed: Json,
): ActPage['texts'][number]['differs'][number][] {
  return field.positions.flatMap((position) => {
    if (position.source === 'silent' || JSON.stringify(position.value) === JSON.stringify(fixed)) return [];
    if (fixed === false && position.value !== true) return [];
    return [
      {
        item,
        field: field.field,
        party: position.party,
        ...(position.value === undefined ? {} : { value: position.value }),
      },
    ];
  });
}

function concordanceOf(
  register: Register,
  text: Act['texts'][number]['text'],
  content: Hash,
): ActPage['concordance'] {
  return register.ground.parties.flatMap((party) =>
    statementsOn(register, party, text)
      .filter((one) => one.kind === 'concordance' && one.fields?.['content'] === content && one.hasEffect)
      .map((one) => ({
        party,
        step: stringOf(one.fields?.['step']),
        post: stringOf(one.fields?.['post']),
        seq: one.seq,
      })),
  );
}

/** Acts that are in force or waiting for their day, and end when this one is fully signed (A6). */
function endsOf(register: Register, id: Hash, today: string): Hash[] {
  const known = knownActs(register);
  return [...ancestorsOf(known, id)].filter((one) => {
    const state = known.acts.has(one) ? actView(known, one, today).state : undefined;
    return state === 'inForce' || state === 'fullySigned';
  });
}
