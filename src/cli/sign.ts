import { type Hash, isSubjectId, type PartyCode } from '../core/bytes/ids.ts';
import { isPartialDate } from '../core/bytes/partial-date.ts';
import type { Register } from '../core/register/register.ts';
import { actsOn, knownActs } from '../core/register/texts.ts';
import type { ActView, Capacity, Effective } from '../core/text/act.ts';
import { actView } from '../core/text/acts.ts';
import type { Node } from '../node/node.ts';
import { Refusal } from '../node/problem.ts';
import type { Programme } from '../node/programme.ts';
import { partiesAfter, proposeAct } from '../node/propose.ts';
import { shownIn, signAct, turnAgainst } from '../node/signing.ts';
import { type Call, type Command, dirOption, jsonOption } from './command.ts';
import { CommandFault } from './fault.ts';
import { namesOf } from './names.ts';
import { printAct } from './plan-show.ts';
import { accountOption, chosenTexts, textOptions } from './plan-text.ts';
import { usageFault } from './run.ts';
import { passwordOption, readSecret } from './secret.ts';
import { type ActAnswer, answerAct } from './show-act.ts';
import { actingAccount, chosenProgramme, withNode } from './with-node.ts';

export const sign: Command = {
  usage: [
    'TEXT|ACT [--dir FOLDER]',
    'TEXT … --propose [--effective DAY] [--open-until DAY] [--dir FOLDER]',
    '[TEXT …] --propose --party CODE … [--effective DAY] [--open-until DAY] [--dir FOLDER]',
    'TEXT|ACT --content HASH --place PLACE [--date DAY] [--name NAME] [--post LANG=POST …] [--as NAME] [--dir FOLDER]',
    'TEXT|ACT --decline [--reason LANG=TEXT …] [--dir FOLDER]',
  ],
  operands: { least: 0, most: 100 },
  options: {
    ...dirOption,
    ...textOptions,
    propose: { says: 'cli.optionPropose' },
    party: { value: 'CODE', says: 'cli.optionPartyAfter', repeats: true },
    effective: { value: 'DAY', says: 'cli.optionEffective' },
    'open-until': { value: 'DAY', says: 'cli.optionOpenUntil' },
    content: { value: 'HASH', says: 'cli.optionContent', repeats: true },
    place: { value: 'PLACE', says: 'cli.optionPlace' },
    date: { value: 'DAY', says: 'cli.optionDate' },
    name: { value: 'NAME', says: 'cli.optionSigner' },
    post: { value: 'LANG=POST', says: 'cli.optionSignerPost', repeats: true },
    authority: { value: 'TEXT', says: 'cli.optionAuthority' },
    decline: { says: 'cli.optionDecline' },
    reason: { value: 'LANG=TEXT', says: 'cli.optionReason', repeats: true },
    ...accountOption,
    ...passwordOption,
    ...jsonOption,
  },
  examples: [
    'sign plan.y2021 --propose --dir VN',
    'sign plan.y2021 minutes.m1 --propose --dir VN',
    'sign --propose --party VN --party LA --party KH --dir VN',
    'sign plan.y2021 --dir VN',
    'sign plan.y2021 --content 1f0c… --place "Hà Nội" --as minister --password-file password.txt --dir VN',
  ],
  exits: ['refused', 'locked', 'storage'],
  run: (call) => {
    checkOperands(call);
    return withNode(call, async (node) => {
      const { running } = await chosenProgramme(call, node);
      if (running === undefined) throw new Refusal('programme.not-founded');
      const id = call.flag('propose') ? await propose(call, node, running) : await chosenAct(call, running);
      if (call.flag('decline')) await decline(call, running, id);
      else if (call.texts('content').length > 0) await consent(call, node, running, id);
      await answerAct(call, running, await answerOf(running, id));
      return undefined;
    });
  },
};

/** One act is signed; several texts are laid out together (A10), or none with the parties after a change of the list (A2). */
function checkOperands(call: Call): void {
  const [first, second] = call.operands;
  const isProposal = call.flag('propose');
  if (first === undefined && !(isProposal && call.texts('party').length > 0))
    throw usageFault(call.t, call.name, call.t('cli.missingOperand', { command: call.name }));
  if (second !== undefined && !isProposal)
    throw usageFault(call.t, call.name, call.t('cli.extraOperand', { command: call.name, operand: second }));
}

/** Lays out the content of the drafts. The same act again is no fault: it is shown. */
async function propose(call: Call, node: Node, programme: Programme): Promise<Hash> {
  const texts = await chosenTexts(call, node);
  const after = call.texts('party');
  const parties = after.length === 0 ? undefined : (after as readonly PartyCode[]);
  const openUntil = call.text('open-until');
  if (openUntil !== undefined) fullDate(call, 'open-until', openUntil);
  try {
    return await proposeAct(programme, { texts, parties, effective: effectiveOf(call), openUntil });
  } catch (error) {
    const isKnown = error instanceof Refusal && error.code === 'act.stale';
    if (isKnown && typeof error.particulars.current === 'string') return error.particulars.current as Hash;
    throw error;
  }
}

/** `signature`, a day, or so many days after the last notification. */
function effectiveOf(call: Call): Effective {
  const text = call.text('effective') ?? 'signature';
  if (text === 'signature') return { on: 'signature' };
  const days = /^after:(\d{1,4})$/.exec(text)?.[1];
  if (days !== undefined) return { daysAfter: Number(days) };
  return { date: fullDate(call, 'effective', text) };
}

function fullDate(call: Call, option: string, text: string): string {
  if (text.length === 10 && isPartialDate(text)) return text;
  throw usageFault(call.t, call.name, call.t('cli.optionDay', { option: `--${option}` }));
}

/** The act that the operand names by its id, or the one on that text that is still to be signed, else its latest. */
async function chosenAct(call: Call, programme: Programme): Promise<Hash> {
  const wanted = call.operands[0] ?? '';
  const register = await programme.register();
  const found = actsNamed(register, wanted, programme.today());
  const open = found.filter(
    ({ awaits, state }) => awaits.length > 0 && state !== 'superseded' && state !== 'declined',
  );
  const [one = found.at(-1), another] = open;
  if (one === undefined)
    throw new CommandFault('refused', 'act-missing', call.t('cli.actMissing', { text: wanted }));
  if (another !== undefined) {
    for (const act of open) printAct(call, act);
    throw new CommandFault('usage', 'act-ambiguous', call.t('cli.actAmbiguous', { text: wanted }));
  }
  return one.id;
}

function actsNamed(register: Register, wanted: string, today: string): readonly ActView[] {
  if (isSubjectId(wanted)) return actsOn(register, wanted, today);
  if (!/^[0-9a-f]{8,64}$/.test(wanted)) return [];
  const known = knownActs(register);
  return [...known.acts.keys()].filter((id) => id.startsWith(wanted)).map((id) => actView(known, id, today));
}

async function consent(call: Call, node: Node, programme: Programme, id: Hash): Promise<void> {
  const { act } = actView(knownActs(await programme.register()), id, programme.today());
  const account = await actingAccount(call, node, act.level === 'signatory' ? 'signatory' : 'desk');
  const given = namesOf(call, 'post');
  const authority = call.text('authority');
  const capacity: Capacity = {
    name: call.text('name') ?? account.name,
    post: Object.keys(given).length > 0 ? given : authenticPost(programme, account.post),
    place: call.need('place'),
    date: fullDate(call, 'date', call.text('date') ?? programme.today()),
    ...(authority === undefined ? {} : { authority }),
  };
  const password = await readSecret(call, 'password');
  await signAct(node, programme, account, id, { password, capacity, content: call.texts('content') });
}

/** The post that the account holds, in the programme's authentic languages. */
function authenticPost(
  programme: Programme,
  post: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  const entries = programme.founding.languages.flatMap((lang): [string, string][] => {
    const text = post[lang];
    return text === undefined ? [] : [[lang, text]];
  });
  return Object.fromEntries(entries);
}

async function decline(call: Call, programme: Programme, id: Hash): Promise<void> {
  const reason = namesOf(call, 'reason');
  await turnAgainst(programme, id, 'decline', Object.keys(reason).length === 0 ? undefined : reason);
}

async function answerOf(programme: Programme, id: Hash): Promise<ActAnswer> {
  const register = await programme.register();
  const view = actView(knownActs(register), id, programme.today());
  const contents = view.act.texts.map(({ content, text }) => ({
    text,
    hash: content,
    content: register.contents.get(content),
  }));
  return {
    view,
    contents,
    shown: shownIn(id, view.act),
    partiesAfter: partiesAfter(programme, register, view.act),
  };
}
