import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import { bytesCodes } from '../core/bytes/error.ts';
import { exchangeCodes } from '../core/exchange/codes.ts';
import { feedCodes, inertCodes } from '../core/feed/codes.ts';
import { allKinds } from '../core/kinds/catalogue.ts';
import type { MessageKey } from './format.ts';
import { hostLocale } from './host-locale.fixture.ts';
import type { Language } from './languages.ts';
import { loadTranslator } from './load.ts';
import { formatMessage, readMessage } from './message.ts';
import { problemSentence } from './problems.ts';
import { settledLao, toReview } from './review.ts';
import { catalogues, createTranslator } from './translate.ts';

const all: readonly Language[] = ['en', 'vi', 'lo', 'fr'];
const keys = Object.keys(catalogues.en) as MessageKey[];

type Part = ReturnType<IntlMessageFormat['getAst']>[number];

/** What intl-messageformat calls the kinds of parts; its enumeration is not exported. */
const [literal, argument, pound] = [0, 1, 7];

/** Argument names and how they are used, such as `count:plural`; also inside the branches. */
function argumentsOf(parts: readonly Part[]): Set<string> {
  const names = new Set<string>();
  for (const part of parts) {
    const type: number = part.type;
    if ('options' in part) {
      names.add(`${part.value}:${'pluralType' in part ? 'plural' : 'select'}`);
      for (const option of Object.values(part.options))
        for (const name of argumentsOf(option.value)) names.add(name);
    } else if (type === argument && 'value' in part) names.add(`${part.value}:text`);
    else if (type !== literal && type !== pound) names.add(`not allowed: element type ${type}`);
  }
  return names;
}

const parse = (key: MessageKey, language: Language) =>
  new IntlMessageFormat(catalogues[language][key], hostLocale[language], undefined, {
    ignoreTag: true,
  }).getAst();

const argumentsWith = (key: MessageKey, value: number): Record<string, number> =>
  Object.fromEntries([...argumentsOf(parse(key, 'fr'))].map((name) => [name.split(':')[0] ?? '', value]));

/** The plural categories of each plural in a message. */
function categoriesOf(parts: readonly Part[]): string[] {
  return parts.flatMap((part) => {
    if (!('options' in part)) return [];
    const inside = Object.values(part.options).flatMap((option) => categoriesOf(option.value));
    return 'pluralType' in part ? [Object.keys(part.options).join(' '), ...inside] : inside;
  });
}

/** What is wrong with the way a message is written. */
function blemishesOf(message: string, language: Language): string[] {
  const wrong: string[] = [];
  if (message === '' || message !== message.trim()) wrong.push('empty, or space at an end');
  if (message !== message.normalize('NFC')) wrong.push('not in NFC');
  if (/['"]|\.\.\./.test(message)) wrong.push('straight quotes or three full stops');
  if (/ {2}|[\u00a0\u202f]/.test(message))
    wrong.push('two spaces, or one that never breaks: those are set by the translator');
  if (language === 'fr' && /[^ \d][:;!?](?= |$)/.test(message)) wrong.push('no space before : ; ! ?');
  if (language === 'lo' && !/[\u0e80-\u0eff]|^Counterpart$|\{/.test(message)) wrong.push('not in Lao');
  return wrong;
}

/** Every message of every language, with its place for the report of a fault. */
const every = all.flatMap((language) =>
  keys.map((key) => ({ language, key, message: catalogues[language][key], at: `${key} in ${language}` })),
);

describe('the four catalogues', () => {
  test('have the same keys, in the same order', () => {
    for (const language of all) expect(Object.keys(catalogues[language])).toEqual(keys);
  });

  test('have the same arguments in every message', () => {
    // A language that tells genders apart asks for one besides.
    const used = (key: MessageKey, language: Language) =>
      [...new Set([...argumentsOf(parse(key, language))].map((name) => name.split(':')[0]))]
        .filter((name) => name !== 'gender')
        .toSorted()
        .join(' ');
    const faults = every.filter(({ key, language }) => used(key, language) !== used(key, 'en'));
    expect(faults.map((fault) => fault.at)).toEqual([]);
  });

  test('use plain arguments, plurals and genders only: dates and amounts are formatted before', () => {
    const faults = every.filter(({ key, language }) =>
      [...argumentsOf(parse(key, language))].some((used) =>
        language === 'fr' ? /not allowed|(?<!^gender):select/.test(used) : /not allowed|select/.test(used),
      ),
    );
    expect(faults.map((fault) => fault.at)).toEqual([]);
  });

  test('agree in gender where the language does', () => {
    const gendered = keys.filter((key) => argumentsOf(parse(key, 'fr')).has('gender:select'));
    expect(gendered).not.toEqual([]);
    const wrong = gendered.filter((key) => {
      const said = ['feminine', 'other'].map((gender) =>
        new IntlMessageFormat(catalogues.fr[key], 'fr').format({ ...argumentsWith(key, 2), gender }),
      );
      return said[0] === said[1];
    });
    expect(wrong).toEqual([]);
  });

  test('distinguish one and many where the language does, and nowhere else', () => {
    const right = { en: 'one other', fr: 'one other', vi: 'other', lo: 'other' };
    const faults = every.filter(({ key, language }) =>
      categoriesOf(parse(key, language)).some((categories) => categories !== right[language]),
    );
    expect(faults.map((fault) => fault.at)).toEqual([]);
  });

  test('read as ICU reads them', () => {
    const faults = every.filter(({ key, language }) => {
      const names = [...argumentsOf(parse(key, language))].map((name) => name.split(':')[0] ?? '');
      return [0, 1, 2, 1_234_567].some((count) => {
        const args = Object.fromEntries(names.map((name) => [name, count]));
        const message = catalogues[language][key];
        const theirs = new IntlMessageFormat(message, hostLocale[language], undefined, { ignoreTag: true });
        return formatMessage(readMessage(message), language, args) !== theirs.format(args);
      });
    });
    expect(faults.map((fault) => fault.at)).toEqual([]);
  });

  test('are written cleanly', () => {
    const faults = every.flatMap(({ message, language, at }) =>
      blemishesOf(message, language).map((wrong) => `${at}: ${wrong}`),
    );
    expect(faults).toEqual([]);
  });

  test('give every key its area in front', () => {
    expect(keys.filter((key) => !/^[a-z]+\.[A-Za-z][A-Za-z0-9.-]*$/.test(key))).toEqual([]);
  });
});

/** Words that the glossary warns of, by language, with the reason. */
const misuses: Record<Language, readonly [RegExp, string][]> = {
  en: [
    [/classification|classified/i, 'a handling mark is not a statutory grade'],
    [/diplomatic bag/i, 'the pouch is a file'],
  ],
  vi: [
    [/Đảng/i, 'a party is bên'],
    [/điều ước/i, 'an instrument is văn kiện hợp tác'],
    [/lập trường/i, 'a position is phương án'],
    [/phê duyệt/i, 'agreed ad referendum is not an approval'],
    [/túi ngoại giao/i, 'a pouch is gói trao đổi'],
    [/biên lai/i, 'a receipt is xác nhận đã nhận'],
    [/độ mật/i, 'a handling mark is phạm vi phổ biến'],
    [/ phút/i, 'minutes are biên bản'],
  ],
  lo: [
    [/ພັກ/, 'a party is ຝ່າຍ'],
    [/ຈຸດຢືນ/, 'a position is ຂໍ້ສະເໜີ'],
    [/[^ວິ]ນາທີ/, 'minutes are ບົດບັນທຶກກອງປະຊຸມ'],
  ],
  fr: [
    [/\bPartis?\b/i, 'a party is a partie'],
    [/valise/i, 'a pouch is a pli d’échange'],
    [/\brevues?\b/i, 'a review is a bilan'],
    [/approuv/i, 'agreed ad referendum is convenu'],
    [/\blignes?\b(?! de commande)/i, 'a plan line is a point du plan'],
    [/\breçus?\b de/i, 'a receipt is an accusé de réception'],
    [/classification/i, 'a handling mark is a mention de diffusion'],
  ],
};

test('no message uses a word that the glossary warns of', () => {
  const faults = every.flatMap(({ language, message, at }) =>
    misuses[language].filter(([word]) => word.test(message)).map(([, why]) => `${at}: ${why}`),
  );
  expect(faults).toEqual([]);
});

describe('the list for native readers', () => {
  test('holds all Lao but the settled wordings', () => {
    const listed = toReview('lo', catalogues.lo);
    expect(listed).not.toContain('signing.sign');
    expect(listed).toContain('plan.accept');
    const settled = keys.filter((key) => settledLao.has(catalogues.lo[key]));
    expect(listed.length + settled.length).toBe(keys.length);
  });

  test('holds what uses a doubtful term in Vietnamese and French', () => {
    expect(toReview('vi', catalogues.vi)).toContain('exchange.pouch');
    expect(toReview('fr', catalogues.fr)).toContain('exchange.pouch');
    expect(toReview('en', catalogues.en)).toEqual([]);
  });
});

describe('a translator', () => {
  test('fills in arguments and counts in each language', () => {
    const spoken = all.map((language) => createTranslator(language)('plan.lines', { count: 1200 }));
    expect(spoken).toEqual(['1,200 plan lines', '1.200 nội dung', '1.200 ລາຍການ', '1\u202f200 points']);
    expect(createTranslator('en')('plan.lines', { count: 1 })).toBe('1 plan line');
    expect(createTranslator('fr')('plan.lines', { count: 0 })).toBe('0 point');
  });

  test('takes arguments as text, whatever stands in them', () => {
    expect(createTranslator('en')('plan.positionOf', { party: '{x} <b>' })).toBe('Position of {x} <b>');
  });

  test('throws when an argument is missing', () => {
    expect(() => createTranslator('en')('plan.positionOf')).toThrow();
  });

  test('is made once, and the same when loaded alone', async () => {
    expect(createTranslator('lo')).toBe(createTranslator('lo'));
    const loaded = await loadTranslator('lo');
    expect(loaded('common.save')).toBe(createTranslator('lo')('common.save'));
    expect(loaded.language).toBe('lo');
  });
});

describe('problem codes', () => {
  const t = createTranslator('en');
  const unexpected = t('problems.unexpected');

  test('each refusal and inert reason of core has a sentence', () => {
    const codes = [...bytesCodes, ...feedCodes, ...exchangeCodes, ...inertCodes];
    expect(codes.filter((code) => problemSentence(t, code) === unexpected)).toEqual([]);
  });

  test('a code without its own sentence gets that of its area, an unknown one the unexpected', () => {
    expect(problemSentence(t, 'bytes.hex')).toBe(t('problems.bytes'));
    expect(problemSentence(t, 'inert.field: host')).toBe(t('problems.inert.field'));
    expect(problemSentence(t, 'no.such')).toBe(unexpected);
    expect(problemSentence(t, '')).toBe(unexpected);
  });

  test('no sentence takes an argument: a problem document carries none', () => {
    const sentences = keys.filter((key) => key.startsWith('problems.'));
    expect(sentences.filter((key) => catalogues.en[key].includes('{'))).toEqual([]);
  });
});

/**
 * Keys that no source names: neither whole, as in `t('plan.send')`, nor by their beginning in a template, as in
 * `t(`states.act.${state}`)`. Problem sentences are found by code.
 */
function unusedKeys(): string[] {
  const root = join(import.meta.dirname, '../..');
  const text = globSync('src/{web,cli,node,documents}/**/*.{ts,svelte}', { cwd: root })
    .filter((path) => !path.endsWith('.test.ts'))
    .map((path) => readFileSync(join(root, path), 'utf8'))
    .join('\n');
  const whole = new Set(
    Array.from(text.matchAll(/['"`]([a-z]+\.[A-Za-z][A-Za-z0-9.-]*)['"`]/g), (found) => found[1]),
  );
  const begun = Array.from(text.matchAll(/`([a-z]+\.[A-Za-z0-9.-]*)\$\{/g), (found) => found[1] ?? '');
  return keys.filter(
    (key) => !whole.has(key) && !key.startsWith('problems.') && !begun.some((start) => key.startsWith(start)),
  );
}

test('help stands beside a field that some kind declares', () => {
  const fields = new Set([...allKinds.values()].flatMap((kind) => Object.keys(kind.fields)));
  const helped = keys.flatMap((key) => /^help\.field\.(.+)$/.exec(key)?.[1] ?? []);
  expect(helped.length).toBeGreaterThan(30);
  expect(helped.filter((name) => !fields.has(name))).toEqual([]);
});

test('every key is used', () => {
  expect(unusedKeys()).toEqual([]);
});
