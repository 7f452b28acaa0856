import type { JsonObject } from '../../core/bytes/json.ts';
import { isPartialDate } from '../../core/bytes/partial-date.ts';

/* A published record, row by row, as bodies of statements: facts with their sources, conflicts kept, nobody's word preferred. */

/** One event of the record as its file has it. */
export interface Event {
  readonly id: string;
  readonly date: string;
  readonly date_basis: string;
  readonly kind: string;
  readonly title_en: string;
  readonly place: string | null;
  readonly participants: readonly { readonly name: string; readonly post: string; readonly side: string }[];
  readonly instruments: readonly {
    readonly title_en: string;
    readonly type: string;
    readonly year_covered?: string | null;
    readonly signed_date?: string | null;
    readonly note?: string;
  }[];
  readonly commitments: readonly (Said & {
    readonly action_en: string;
    readonly area: string;
    readonly due?: string | null;
    readonly force: string;
  })[];
  readonly non_commitments: readonly (Said & { readonly gist_en: string; readonly kind: string })[];
  readonly quantities: readonly {
    readonly what: string;
    readonly amount: number;
    readonly unit: string;
    readonly from: string | null;
    readonly to: string | null;
  }[];
  readonly mechanism: string | null;
  readonly source_url: string;
  readonly source_lang: string;
  readonly also_sources: readonly string[];
  readonly conflicts: readonly string[];
}

interface Said {
  readonly by: string;
  readonly to: string;
  readonly cue: string | null;
  readonly lang: string | null;
}

/** One tenure of a post as the record has it. */
export interface Holder {
  readonly side: string;
  readonly post: string;
  readonly holder: string;
  readonly aliases: readonly string[];
  readonly from: string | null;
  readonly to: string | null;
  readonly first_seen: string | null;
  readonly last_seen: string | null;
  readonly source_url: string | null;
  readonly note: string;
}

/** What the record calls a request, recommendation … stands in the ledger with that force; the rest stays on the meeting. */
const forceOf: Readonly<Record<string, string>> = {
  request: 'requested',
  recommendation: 'recommended',
  instruction: 'instructed',
  offer: 'offered',
  proposal: 'proposed',
};
const remarkOf: Readonly<Record<string, string>> = {
  thanks: 'thanks',
  courtesy: 'thanks',
  praise: 'praise',
  congratulation: 'congratulation',
  condolence: 'condolence',
  belief: 'belief',
  stance: 'stance',
  'need-statement': 'stance',
  intention: 'stance',
  'fact-past': 'pastFact',
  'fact-habit': 'pastFact',
  'reported-commitment': 'pastFact',
  'exchange-of-views': 'pastFact',
  purpose: 'purpose',
  rhetorical: 'rhetoric',
  'rhetorical-pledge': 'rhetoric',
};
/** The reader's areas as codes of the catalogue. */
const areaOf: Readonly<Record<string, string>> = {
  'plan-implementation': 'implementation',
  'border-management': 'border',
  patrols: 'border',
  'border-crime': 'crime',
  'public-education': 'awareness',
  'party-political-work': 'politicalWork',
  'covid-health': 'health',
  'military-medicine': 'health',
  infrastructure: 'works',
  'information-exchange': 'information',
  'logistics-technical': 'logistics',
  'economic-defence': 'economy',
  'disaster-relief': 'rescue',
  exercise: 'exercises',
  trilateral: 'multilateral',
  uxo: 'ordnance',
};
const layerOf: Readonly<Record<string, string>> = {
  'annual-plan': 'annual',
  'five-year-plan': 'fiveYear',
  'joint-statement': 'statement',
  mou: 'mou',
  minutes: 'minutes',
  treaty: 'treaty',
  protocol: 'protocol',
  agreement: 'agreement',
};

/** A mechanism by the name that the record gives it. */
export const mechanismBody = (title: string): JsonObject =>
  said('mechanism', slug(title), { title: { en: title } });

/** One statement for the post, one for the holder as the sources name them. */
export function holderBodies(row: Holder): JsonObject[] {
  const post = `post.${slug(`${row.side} ${row.post}`)}`;
  const side = /^[A-Z]{2}$/.test(row.side) && row.side !== 'KH' ? { side: row.side } : {};
  const { from, to, first_seen: firstSeen, last_seen: lastSeen, note } = row;
  const fields = present({ from, to, firstSeen, lastSeen, note, source: row.source_url });
  const aliases = row.aliases.length === 0 ? {} : { aliases: row.aliases.map((name) => ({ name })) };
  const holder = slug(`${row.side} ${row.post} ${row.holder}`);
  return [
    said('post', slug(`${row.side} ${row.post}`), { name: { en: row.post }, ...side }),
    said('holder', holder, { post, name: row.holder, ...aliases, ...fields }),
  ];
}

/** The event, the instruments it names, and each line of what was said there. `parties` are those that "both" means. */
export function eventBodies(event: Event, parties: readonly string[]): JsonObject[] {
  const subject = `event.${event.id}`;
  const source = event.source_url;
  const out = [said('event', event.id, eventFields(event))];
  for (const [at, row] of event.instruments.entries())
    out.push(said('onRecord', `${event.id}-${at + 1}`, { ...instrumentFields(row), event: subject, source }));
  const undertakings = [
    ...event.commitments.map((row) => ({ ...row, wording: row.action_en })),
    ...event.non_commitments.flatMap((row) => {
      const force = forceOf[row.kind];
      return force === undefined ? [] : [{ ...row, wording: row.gist_en, force, area: null, due: null }];
    }),
  ];
  for (const [at, row] of undertakings.entries()) {
    // Who is asked, called on or offered something is not bound by it until it accepts.
    const sides = 'area' in row && row.area !== null ? sidesOf(row.by, parties) : [];
    const due = row.due ?? null;
    const fields = {
      wording: { en: row.wording },
      force: row.force,
      event: subject,
      source,
      ...(sides.length === 0 ? {} : { sides }),
      ...present({ by: row.by, to: row.to, cue: row.cue, cueLang: row.lang }),
      ...(row.area === null ? {} : { area: areaOf[row.area] ?? row.area }),
      ...(due === null ? {} : isPartialDate(due) ? { due } : { dueWords: due }),
    };
    out.push(said('undertaking', `${event.id}-${at + 1}`, fields));
  }
  return out;
}

function eventFields(event: Event): JsonObject {
  const { conflicts, mechanism, participants, quantities } = event;
  const remarks = event.non_commitments.filter(({ kind }) => forceOf[kind] === undefined);
  return {
    title: { en: event.title_en },
    what: event.kind,
    date: event.date,
    dateBasis: event.date_basis,
    recordId: event.id,
    sources: [
      { source: event.source_url, lang: event.source_lang },
      ...event.also_sources.map((source) => ({ source })),
    ],
    ...present({ place: event.place === 'not printed' ? null : event.place }),
    ...(mechanism === null ? {} : { mechanism: `mechanism.${slug(mechanism)}`, ...sessionOf(event) }),
    ...list(
      'delegations',
      participants.map(({ name, post, side }) => present({ name, post, side })),
    ),
    ...list(
      'said',
      remarks.map(({ by, cue, gist_en, kind }) => ({
        ...present({ by, cue, gist: gist_en }),
        kind: remarkOf[kind] ?? 'rhetoric',
      })),
    ),
    ...list(
      'quantities',
      quantities.map(({ amount, from, to, unit, what }) => ({
        amount: String(amount),
        ...present({ from, to, unit, what }),
      })),
    ),
    ...list(
      'conflicts',
      conflicts.map((note) => ({ note })),
    ),
  };
}

const ordinals = ['First', 'Second', 'Third', 'Fourth', 'Fifth', 'Sixth'];
/** Who receives: only where the place is a capital. Elsewhere a border meeting has two hosts, or the place is not printed. */
const hostAt: Readonly<Record<string, string>> = { Hanoi: 'VN', Vientiane: 'LA' };

/** The number that the source's own words give to a session, and who received. */
function sessionOf({ place, title_en: title }: Event): JsonObject {
  const [, word] =
    /\b(?!Second day)(\d+(?=st|nd|rd|th)|First|Second|Third|Fourth|Fifth|Sixth)(?:st|nd|rd|th)?\b(?= (?:[\w-]+ ){0,3}(?:round|meeting|conference|session|minutes|dialogue|exchange|talks|exercise))/.exec(
      title,
    ) ?? [];
  const session = word === undefined ? 0 : ordinals.indexOf(word) + 1 || Number(word);
  const host = hostAt[place ?? ''];
  return {
    ...(session > 0 && !title.startsWith('First tri-border') ? { session, sessionBasis: title } : {}),
    ...(host === undefined ? {} : { host }),
  };
}

function instrumentFields(row: Event['instruments'][number]): JsonObject {
  const signed = row.signed_date ?? null;
  const [from, to] = (row.year_covered ?? '').split('-');
  const covers =
    from === undefined || !isPartialDate(from)
      ? {}
      : {
          covers:
            to !== undefined && isPartialDate(to)
              ? { from, to }
              : row.year_covered?.endsWith('-') === true
                ? { from }
                : { from, to: from },
        };
  return {
    title: { en: row.title_en },
    layer: layerOf[row.type] ?? 'agreement',
    ...covers,
    ...(signed === null || !isPartialDate(signed) ? {} : { signed }),
    ...present({ note: row.note }),
  };
}

/** Which of the parties are bound, as far as the record's words say so. */
function sidesOf(by: string, parties: readonly string[]): readonly string[] {
  if (/^(both|three)/.test(by)) return parties;
  return parties.filter((party) => by === party || by.startsWith(`${party} `));
}

function list(name: string, rows: readonly JsonObject[]): JsonObject {
  return rows.length === 0 ? {} : { [name]: rows };
}

/** Only what is there: silence is never written as an empty value. */
function present(fields: Readonly<Record<string, string | null | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).filter(
      (pair): pair is [string, string] => typeof pair[1] === 'string' && pair[1] !== '',
    ),
  );
}

/** A statement of a kind on a subject of that kind. */
const said = (kind: string, suffix: string, fields: JsonObject): JsonObject => ({
  kind,
  subject: `${kind}.${suffix}`,
  fields,
});

/** A suffix of an id from words: at most 40 characters; where that cuts, a number from the words keeps them apart. */
export function slug(words: string): string {
  const full = words
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  if (full.length <= 40) return full;
  let sum = 7;
  for (const letter of full) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1_679_616;
  return `${full.slice(0, 35).replace(/-$/, '')}-${sum.toString(36)}`;
}
