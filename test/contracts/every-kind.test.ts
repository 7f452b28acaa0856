import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SubjectPage } from '../../src/api/statements.ts';
import type { PartyCode } from '../../src/core/bytes/ids.ts';
import type { Json, JsonObject } from '../../src/core/bytes/json.ts';
import { allKinds } from '../../src/core/kinds/catalogue.ts';
import type { FieldType, StatementKind } from '../../src/core/kinds/declare.ts';
import { answererOf } from '../../src/node/exchange/answer.ts';
import { exchangeWith } from '../../src/node/exchange/exchange.ts';
import type { Programme } from '../../src/node/programme.ts';
import { foundedPair, Opened, type Person, signInAs, type TestNode } from '../../src/node/world.fixture.ts';

/* Whatever is declared can be stated, reaches the other side, and is found there by its words and by its name. */

const opened = new Opened();
const declared = [...allKinds.values()].filter((kind): kind is StatementKind => kind.of === 'statement');
let desks: Readonly<Record<'vn' | 'la', Person>>;
let p = '';

/** A value that fits. Words are of the kind alone, so that it is found by them. */
function valueOf(field: FieldType, word: string): Json {
  switch (field.type) {
    case 'prose':
      return { vi: word, lo: word };
    case 'told':
      return { vi: word };
    case 'words':
      return word;
    case 'flag':
      return true;
    case 'count':
      return 1;
    case 'amount':
      return '1';
    case 'date':
      return '2021-03-04';
    case 'period':
      return { from: '2021-03' };
    case 'quantity':
      return { amount: '1', unit: 'tonne' };
    case 'money':
      return { amount: '1', currency: 'VND' };
    case 'party':
      return 'VN';
    case 'parties':
      return ['VN'];
    case 'hash':
      return '0'.repeat(64);
    case 'files':
      return [];
    case 'code':
      return Object.keys(field.codes)[0] ?? '';
    case 'codes':
      return Object.keys(field.codes).slice(0, 1);
    case 'subject':
      return `${field.kinds?.[0] ?? 'event'}.exercise`;
    case 'subjects':
      return [`${field.kinds?.[0] ?? 'event'}.exercise`];
    case 'rows':
      return [
        Object.fromEntries(
          Object.entries(field.columns).map(([name, column]) => [name, valueOf(column, word)]),
        ),
      ];
  }
}

/** What every kind must have, and of the rest what holds words. */
function fieldsOf({ fields }: StatementKind, word: string): JsonObject {
  const wordy = Object.entries(fields).filter(
    ([, field]) => field.required === true || field.type === 'words' || field.type === 'told',
  );
  return Object.fromEntries(wordy.map(([name, field]) => [name, valueOf(field, word)]));
}

const wordOf = (kind: StatementKind): string => `zz${kind.kind.toLowerCase()}zz`;
const subjectOf = ({ kind }: StatementKind): string => `${kind}.exercise-every`;

let meet: () => Promise<unknown>;
beforeAll(async () => {
  const { id, la, vn } = await foundedPair(opened);
  p = `/api/programmes/${id}`;
  desks = { vn: await signInAs(vn, 'desk'), la: await signInAs(la, 'desk') };
  const of = ({ node }: TestNode) => node.programmes().get(id) as Programme;
  meet = () => exchangeWith(of(vn), 'LA' as PartyCode, answererOf(of(la), 'VN' as PartyCode));
});
afterAll(() => opened.closeAll());

test('every kind of statement is taken as declared, exchanged, shown with its fields and found by its words', async () => {
  for (const kind of declared) {
    const body = {
      kind: kind.kind,
      subject: subjectOf(kind),
      fields: fieldsOf(kind, wordOf(kind)),
      version: 0,
    };
    const { body: answer, status } = await desks.vn.ask<JsonObject>('POST', `${p}/statements`, body);
    expect([kind.kind, status, status === 200 ? '' : answer]).toEqual([kind.kind, 200, '']);
  }
  await meet();
  const lost: string[] = [];
  for (const kind of declared) {
    const fields = fieldsOf(kind, wordOf(kind));
    const page = (await desks.la.ask<SubjectPage>('GET', `${p}/subjects/${subjectOf(kind)}`)).body;
    const account = page.accounts.find((one) => one.party === 'VN' && one.kind === kind.kind);
    // A comment stands beside what it is on.
    if (kind.kind === 'comment') expect(page.comments).toHaveLength(1);
    else expect([kind.kind, account?.statement?.fields]).toEqual([kind.kind, fields]);
    const isWordy = JSON.stringify(fields).includes(wordOf(kind));
    for (const q of isWordy ? [wordOf(kind), subjectOf(kind)] : [subjectOf(kind)]) {
      const path = `${p}/search?q=${encodeURIComponent(q)}`;
      const { hits } = (await desks.la.ask<{ hits: { kind: string; subject: string }[] }>('GET', path)).body;
      if (!hits.some(({ subject }) => subject === subjectOf(kind))) lost.push(`${kind.kind} by ${q}`);
    }
  }
  expect(lost).toEqual([]);
});
