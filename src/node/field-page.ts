import type { FieldPage, Matter } from '../api/field.ts';
import type { Statement } from '../api/statements.ts';
import { toBase64 } from '../core/bytes/codec.ts';
import type { PartyCode, SubjectId } from '../core/bytes/ids.ts';
import type { Json, JsonObject } from '../core/bytes/json.ts';
import { itemKind, textKind } from '../core/kinds/catalogue.ts';
import { isObject } from '../core/kinds/value.ts';
import { type StatementView, statementsOn, subjectsOf } from '../core/register/accounts.ts';
import type { Register } from '../core/register/register.ts';
import { inForce, textsOf } from '../core/register/texts.ts';
import { lastDay } from './desk.ts';
import { lastExchanges } from './exchange-state.ts';
import { reportsOf } from './field-reports.ts';
import { stringOf } from './json-text.ts';
import type { Node } from './node.ts';
import { outboxKey } from './outbox-file.ts';
import type { KnownProgramme } from './programmes.ts';
import { running } from './routes/keys.ts';
import type { SignedIn } from './sessions.ts';
import { statementJson } from './statements.ts';
import { titleOfHead, titleOfLine } from './texts.ts';

/** What an account may report on, as the register stands, with all that a phone needs to do so without us. */
export async function fieldPage(
  node: Node,
  known: KnownProgramme,
  { account }: SignedIn,
): Promise<FieldPage> {
  const programme = running(known);
  const register = await known.register();
  const today = known.today();
  const matters = activities(register, known.party, today);
  const texts = new Set(textsOf(register).filter((text) => matters.some((one) => one.text === text)));
  return {
    asOf: node.time(),
    today,
    matters: [...matters, ...deliveries(register, known.party)],
    texts: [...texts].map((text) => ({
      text,
      title: titleInForce(register, text, today),
    })),
    reports: await reportsOf(node, programme, account.id),
    partners: (await lastExchanges(node, programme)).map(({ at, party }) => ({
      party,
      ...(at === undefined ? {} : { at }),
    })),
    key: toBase64(await outboxKey(node, account.id)),
  };
}

const titleInForce = (register: Register, text: SubjectId, today: string) =>
  titleOfHead(register, text, inForce(register, text, today)?.content?.head['title']);

/** The lines of texts in force that are something to do. */
function activities(register: Register, us: PartyCode, today: string): Matter[] {
  return textsOf(register).flatMap((text) => {
    const kind = textKind(register.kinds, text);
    const items = inForce(register, text, today)?.content?.items ?? [];
    return items.flatMap(({ fields, id, number }): Matter[] => {
      if (kind === undefined || itemKind(register.kinds, kind, id)?.activity !== true) return [];
      const { lead, period, standing, venue } = fields;
      const due = lastDay(period);
      const agency = agencyOf(lead, us);
      return [
        {
          subject: id,
          kind: 'report',
          title: titleOfLine(register, text, id, fields),
          text,
          number,
          ...spoken(register, id, 'report', us),
          ...(period === undefined ? {} : { period }),
          ...(typeof venue === 'string' ? { place: venue } : {}),
          ...(agency === undefined ? {} : { agency }),
          ...(typeof standing === 'string' ? { standing } : {}),
          ...(due === undefined ? {} : { due }),
        },
      ];
    });
  });
}

const arrived: ReadonlySet<string> = new Set(['handedOver', 'received']);

/** Goods that we have not said to have arrived: each side states the steps that it takes. */
function deliveries(register: Register, us: PartyCode): Matter[] {
  return subjectsOf(register, 'delivery').flatMap((subject): Matter[] => {
    const said = spoken(register, subject, 'delivery', us);
    const all = [...said.ours, ...said.theirs];
    if (said.ours.some(({ fields }) => arrived.has(stringOf(fields['leg'])))) return [];
    // What a published source told of the past is nothing that a post hands over.
    if (all.every(({ fields }) => fields['source'] !== undefined)) return [];
    const goods = all.map(({ fields }) => fields['goods']).find(Array.isArray) as readonly Json[] | undefined;
    const place = all.map(({ fields }) => fields['place']).find((one) => typeof one === 'string');
    return [
      {
        subject,
        kind: 'delivery',
        title: titleOfGoods(goods?.[0]),
        ...said,
        ...(place === undefined ? {} : { place }),
      },
    ];
  });
}

/** Goods are named in words that stand for all languages. */
const titleOfGoods = (row: Json | undefined): Record<string, string> =>
  isObject(row) && typeof row['what'] === 'string' ? { en: row['what'] } : {};

function agencyOf(lead: Json | undefined, us: PartyCode): string | undefined {
  const rows = Array.isArray(lead) ? (lead as readonly Json[]) : [];
  const ours = rows.find((row): row is JsonObject => isObject(row) && row['party'] === us);
  return ours === undefined ? undefined : stringOf(ours['agency']) || undefined;
}

/** The latest of each side by facet, of one kind. */
function spoken(
  register: Register,
  subject: SubjectId,
  kind: string,
  us: PartyCode,
): Pick<Matter, 'ours' | 'theirs'> {
  const of = (party: PartyCode): Statement[] => {
    const latest = new Map<string, StatementView>();
    for (const one of statementsOn(register, party, subject)) {
      const facet = one.facet ?? '';
      if (one.kind === kind && one.attributed === undefined && one.hasEffect && !latest.has(facet))
        latest.set(facet, one);
    }
    return [...latest.values()]
      .filter((one) => one.fields !== undefined)
      .map((one) => statementJson(one) as unknown as Statement);
  };
  const others = register.ground.parties.filter((party) => party !== us);
  return { ours: of(us), theirs: others.flatMap(of) };
}
