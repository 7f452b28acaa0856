import { createHash, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { toBase64 } from '../src/core/bytes/codec.ts';
import type { Sign } from '../src/core/bytes/crypto.ts';
import { keyIdOf } from '../src/core/bytes/ed25519.ts';
import type { KeyId, Lang, PartyCode } from '../src/core/bytes/ids.ts';
import type { JsonObject } from '../src/core/bytes/json.ts';
import { acceptRun } from '../src/core/feed/accept-run.ts';
import { buildRun, type Item } from '../src/core/feed/build-run.ts';
import { type ChainState, openChain } from '../src/core/feed/chain.ts';
import type { Run } from '../src/core/feed/entry.ts';
import {
  type Founding,
  type FoundingSignature,
  foundingBytes,
  parseFounding,
  signFounding,
} from '../src/core/feed/founding.ts';
import { nodeCrypto, rawPublicKey, signerOf } from '../src/store/node-crypto.ts';

/** Keys that somebody holds, for pouches: the first party's exchange key, and to whom the second's pouches are encrypted. */
export interface WorldKeys {
  readonly exchange: string;
  readonly recipient: string;
}

/** A programme of two parties, made for measuring: nobody's real plan. */
export interface BenchWorld {
  readonly founding: Founding;
  readonly bytes: Uint8Array;
  readonly signatures: readonly FoundingSignature[];
  readonly runs: readonly { readonly party: PartyCode; readonly run: Run }[];
}

interface Author {
  readonly party: PartyCode;
  readonly key: KeyId;
  readonly sign: Sign;
  chain: ChainState;
}

const time = '2026-11-21T08:00:00Z';
const codes = ['VN', 'LA'] as PartyCode[];

/**
 * Makes a register of about `entries` entries: plans of 500 lines whose cells both sides state and restate, in runs of 1 to
 * `most`, with accounts and comments between them, the way a busy decade would look. The same on each run but for the keys.
 */
export function makeWorld(entries: number, keys?: WorldKeys, most = 40): BenchWorld {
  const pairs = codes.map(
    () => [generateKeyPairSync('ed25519').privateKey, generateKeyPairSync('ed25519').privateKey] as const,
  );
  const bytes = foundingBytes({
    name: { lo: 'ແຜນວັດແທກ', vi: 'Đo lường' } as Record<Lang, string>,
    languages: ['lo', 'vi'] as Lang[],
    level: 1,
    zone: 'Asia/Vientiane',
    nonce: toBase64(new Uint8Array(16)),
    parties: codes.map((party, index) => ({
      party,
      names: { en: `Bench ${party}` } as Record<Lang, string>,
      root: toBase64(rawPublicKey((pairs[index] as readonly [KeyObject, KeyObject])[0])),
      exchange:
        (index === 0 ? keys?.exchange : undefined) ??
        toBase64(rawPublicKey(generateKeyPairSync('ed25519').privateKey)),
      recipient: (index === 1 ? keys?.recipient : undefined) ?? `age1${'qp'[index]}${'q'.repeat(57)}`,
    })),
  });
  const founding = parseFounding(bytes, nodeCrypto);
  const signatures = codes.map((party, index) => ({
    party,
    signature: signFounding(bytes, signerOf((pairs[index] as readonly [KeyObject, KeyObject])[0])),
  }));
  const runs: { party: PartyCode; run: Run }[] = [];
  const authors = codes.map((party, index) =>
    openFeed(founding, party, pairs[index] as readonly [KeyObject, KeyObject], runs),
  );
  let made = 2;
  for (let step = 0; made < entries; step++) {
    const author = authors[step % 2] as Author;
    const other = authors[(step + 1) % 2] as Author;
    const size = Math.min(1 + (mix(step) % most), entries - made);
    const cited = author.chain.cited.get(other.party);
    const heads =
      cited?.seq === other.chain.seq
        ? []
        : [{ party: other.party, seq: other.chain.seq, hash: other.chain.hash }];
    const items = Array.from(
      { length: size },
      (_, at): Item => ({ ...itemOf(made + at), ...(at === 0 ? { heads } : {}) }),
    );
    write(author, items, runs);
    made += size;
  }
  return { founding, bytes, signatures, runs };
}

function openFeed(
  founding: Founding,
  party: PartyCode,
  [root, operate]: readonly [KeyObject, KeyObject],
  runs: { party: PartyCode; run: Run }[],
): Author {
  const chain = openChain(founding, party);
  if (chain === undefined) throw new Error(`no party ${party}`);
  const [rootRaw, raw] = [rawPublicKey(root), rawPublicKey(operate)];
  const opener: Author = { party, key: keyIdOf(rootRaw, nodeCrypto), sign: signerOf(root), chain };
  const admit = [{ public: toBase64(raw), uses: ['desk', 'operate', 'signatory'] }];
  write(opener, [{ type: 'open', body: { admit, nextRoot: nodeCrypto.sha256(new Uint8Array(32)) } }], runs);
  return { party, key: keyIdOf(raw, nodeCrypto), sign: signerOf(operate), chain: opener.chain };
}

function write(author: Author, items: readonly Item[], runs: { party: PartyCode; run: Run }[]): void {
  const run = buildRun(author.chain, items, time, author.key, author.sign, nodeCrypto);
  const accepted = acceptRun(author.chain, run, nodeCrypto);
  if (!accepted.ok) throw new Error(`${accepted.code} at ${accepted.seq}`);
  author.chain = accepted.chain;
  runs.push({ party: author.party, run });
}

const phrasesVi = [
  'Tuần tra chung trên tuyến biên giới',
  'Đoàn cán bộ trao đổi kinh nghiệm',
  'Khóa đào tạo sĩ quan',
  'Đối thoại chính sách quốc phòng',
];
const phrasesLo = [
  'ການລາດຕະເວນຮ່ວມຢູ່ຊາຍແດນ',
  'ຄະນະແລກປ່ຽນບົດຮຽນ',
  'ຫຼັກສູດຝຶກອົບຮົມນາຍທະຫານ',
  'ການສົນທະນານະໂຍບາຍປ້ອງກັນປະເທດ',
];

function itemOf(number: number): Item {
  const chance = mix(number * 7 + 1) % 100;
  const plan = `plan.b${Math.floor(number / 20_000)}`;
  const line = `visit.b${Math.floor(number / 20_000)}-${mix(number) % 500}`;
  if (chance < 55) return { type: 'position', body: { text: plan, item: line, fields: cells(number) } };
  if (chance < 85) return { type: 'statement', body: report(number, line) };
  return {
    type: 'statement',
    body: {
      kind: 'comment',
      subject: line,
      facet: `c${number}`,
      fields: { wording: { vi: `${phrasesVi[number % 4]} ${number}` } },
    },
  };
}

function cells(number: number): JsonObject {
  const activity = {
    lo: `${phrasesLo[number % 4]} ${number % 977}`,
    vi: `${phrasesVi[number % 4]} ${number % 977}`,
  };
  const choices: readonly JsonObject[] = [
    {
      activity,
      area: 'border',
      host: number % 2 === 0 ? 'VN' : 'LA',
      in: true,
      period: { from: '2026-03', to: '2026-05' },
    },
    { activity },
    {
      costs: [
        { what: 'travel', payer: 'LA' },
        { what: 'board', payer: 'VN', cap: { amount: String(number % 10_000), currency: 'USD' } },
      ],
    },
    { period: { from: `2026-${String(1 + (number % 9)).padStart(2, '0')}` }, venue: 'Vientiane' },
  ];
  return choices[mix(number * 3) % choices.length] as JsonObject;
}

function report(number: number, subject: string): JsonObject {
  return {
    kind: 'report',
    subject,
    on: '2026-06-30',
    fields: {
      status: number % 3 === 0 ? 'carriedOut' : 'underWay',
      figures: [{ what: 'patrols', amount: String(number % 40), unit: 'times' }],
      narrative: { vi: `${phrasesVi[(number + 1) % 4]}, lần ${number % 50}` },
    },
  };
}

/** A spread of whole numbers, the same on each run. */
function mix(number: number): number {
  return createHash('sha1').update(String(number)).digest().readUInt32LE(0);
}
