import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { documentProcess, makeDocument } from './make.ts';
import { byScript, fittedWidths, type Paper, PaperFault, paperRowsMax } from './paper.ts';
import { pdfOf } from './pdf.ts';
import { partOf, pdfLetters, wordRows } from './read.fixture.ts';
import { docxOf } from './word.ts';

const paper = (vi: string, lo: string, more: Partial<Paper> = {}): Paper => ({
  lang: 'vi',
  title: 'Kế hoạch <&> ແຜນການ',
  mark: 'DIỄN TẬP',
  above: [{ text: 'đang đàm phán', lang: 'vi' }],
  across: false,
  columns: [
    { title: 'Tiếng Việt', lang: 'vi', width: 1 },
    { title: 'ພາສາລາວ', lang: 'lo', width: 1 },
  ],
  rows: [
    [[{ text: 'Phần một', lang: 'vi', as: 'head' }]],
    [[{ text: vi, lang: 'vi' }], [{ text: lo, lang: 'lo' }]],
    [[], [{ text: '[VN: 1 | LA: …]', lang: 'lo', as: 'small' }]],
  ],
  ...more,
});
const vi = 'Hai bên trao đổi đoàn cấp thứ trưởng; ặ ẵ ỡ ữ Đ ₫ «№ 5»';
const lo = 'ສອງຝ່າຍແລກປ່ຽນຄະນະຜູ້ແທນ ແລະ ຈັດຕັ້ງປະຕິບັດແຜນການ ໐໑໒';
const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

test('a DOCX holds each cell as it is, its Lao marked as Lao, whatever it begins with', async () => {
  const bytes = await docxOf(paper(`=1+1 ${vi}`, lo));
  const xml = partOf(bytes, 'word/document.xml');
  expect(wordRows(xml)).toEqual([
    ['Tiếng Việt', 'ພາສາລາວ'],
    ['Phần một'],
    [`=1+1 ${vi}`, lo],
    ['', '[VN: 1 | LA: …]'],
  ]);
  // A field or a macro is what runs in Word; a cell is neither.
  expect(xml).not.toMatch(/w:instrText|w:fldSimple/);
  expect(xml).toMatch(/<w:lang w:bidi="lo-LA"\/><\/w:rPr><w:t xml:space="preserve">ສອງຝ່າຍ/);
  expect(partOf(bytes, 'docProps/core.xml')).toContain('Kế hoạch &lt;&amp;&gt; ແຜນການ');
  expect(partOf(bytes, 'word/header1.xml')).toContain('DIỄN TẬP');
});

test('the same paper gives the same bytes, on another day and in another process', async () => {
  for (const format of ['docx', 'pdf'] as const) {
    const one = await makeDocument(format, paper(vi, lo));
    const other = format === 'pdf' ? pdfOf(paper(vi, lo)) : await docxOf(paper(vi, lo));
    expect(`${format} ${hash(other)}`).toBe(`${format} ${hash(one)}`);
  }
  // No day of this century in the parts or in the ZIP's directory.
  const bytes = await docxOf(paper(vi, lo));
  expect(new DataView(bytes.buffer, bytes.byteOffset).getUint32(10, true)).toBe(0x0021_0000);
  expect(partOf(bytes, 'docProps/core.xml')).not.toMatch(/20\d\d-/);
});

test('a DOCX gives Lao its height, and puts a brief on little paper as the PDF does', async () => {
  const xmlOf = async (more: Partial<Paper>) =>
    partOf(await docxOf(paper(vi, lo, more)), 'word/document.xml');
  const [list, brief] = [await xmlOf({}), await xmlOf({ dense: true })];
  // One and a half of 9.5 and of 8 points, in twentieths.
  expect(list).toContain('<w:spacing w:line="285" w:lineRule="atLeast"/>');
  expect(brief).toContain('<w:spacing w:line="240" w:lineRule="atLeast"/>');
  for (const [xml, size] of [
    [list, 19],
    [brief, 16],
  ] as const)
    expect(xml).toMatch(
      new RegExp(`<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>[^t]*<w:lang w:bidi="lo-LA"`),
    );
  expect(list).not.toContain('<w:top w:val="none"');
  expect(brief).toContain('<w:top w:val="none"');
});

test('each column has room for its longest word, out of those that have more than they need', () => {
  const list = paper(vi, lo, {
    across: true,
    columns: [
      { title: 'Recherche, rapatriement', lang: 'fr', width: 1 },
      { title: 'ບໍ່ມີການແຈ້ງຜົນ', lang: 'lo', width: 1 },
      { title: 'Texte', lang: 'fr', width: 9 },
      { title: 'Date', lang: 'fr', width: 9 },
    ],
    rows: [[[{ text: 'oui', lang: 'fr' }], [], [{ text: vi, lang: 'vi' }], []]],
  });
  const [first = 0, second = 0, third = 0, last = 0] = fittedWidths(list);
  const whole = first + second + third + last;
  expect(first).toBeGreaterThan('rapatriement'.length);
  // Only the longest of its words, which never break, and no marks above or below.
  expect(second).toBeGreaterThan('ແຈ້ງ'.length);
  expect(second).toBeLessThan(whole / 10);
  expect(Math.abs(third - last)).toBeLessThan(whole / 20);
  // Where languages stand side by side, they keep their equal shares.
  const [left, right] = fittedWidths(paper(vi, lo));
  expect(left).toBe(right);
  // Where nothing fits, all give way alike.
  const narrow = fittedWidths({
    ...list,
    columns: Array.from({ length: 40 }, () => list.columns[0]!),
    rows: [],
  });
  expect(new Set(narrow).size).toBe(1);
});

test('a PDF is PDF/A-3b, and nothing of an earlier one is in the next', () => {
  const first = pdfOf(paper(vi, lo));
  const text = Buffer.from(first).toString('latin1');
  expect(text.slice(0, 5)).toBe('%PDF-');
  expect(text).toMatch(/<pdfaid:part>3<\/pdfaid:part>/);
  expect(text).toMatch(/<pdfaid:conformance>B<\/pdfaid:conformance>/);
  const other = pdfOf(paper('khác', 'ອື່ນ'));
  expect(hash(other)).not.toBe(hash(first));
  expect(hash(pdfOf(paper(vi, lo)))).toBe(hash(first));
});

test('a PDF says of its glyphs which letters they stand for, in Vietnamese and in Lao', () => {
  const words = 'ແລກປ່ຽນຄະນະຜູ້ແທນ ໐໑໒';
  const letters = pdfLetters(pdfOf(paper(vi, words)));
  const wanted = [...new Set(Array.from(vi + words))].filter((letter) => letter !== ' ');
  expect(wanted.filter((letter) => !letters.has(letter))).toEqual([]);
  expect(letters.has('Z')).toBe(false);
});

test.each(['中', 'ก', '😀'])('a letter that no font has is a fault, never a box: %s', async (letter) => {
  expect(() => pdfOf(paper(`${vi} ${letter}`, lo))).toThrow(PaperFault);
  await expect(makeDocument('pdf', paper(vi, `${lo} ${letter}`))).rejects.toMatchObject({
    code: 'glyph',
    message: expect.stringContaining(letter),
  });
});

test('what is written is never read as markup', () => {
  const hostile = '#read("/etc/passwd") $x$ *b* _i_ `c` <label> @ref \\ " \' // /* ]) #panic("x")';
  expect(pdfOf(paper(hostile, lo)).length).toBeGreaterThan(10_000);
});

test('a document that is too long is refused, and the next is made', async () => {
  const rows = Array.from({ length: paperRowsMax + 1 }, () => [[], []]);
  await expect(makeDocument('docx', paper(vi, lo, { rows }))).rejects.toMatchObject({ code: 'large' });
  expect((await makeDocument('docx', paper(vi, lo))).length).toBeGreaterThan(1_000);
});

test('when its process ends, whoever waits is told, and the next document is made by another', async () => {
  const one = await makeDocument('docx', paper(vi, lo));
  const before = documentProcess();
  if (before === undefined) throw new Error('a process has made it');
  const cut = [makeDocument('pdf', paper(vi, lo)), makeDocument('docx', paper(vi, lo))];
  process.kill(before, 'SIGKILL');
  for (const outcome of await Promise.allSettled(cut))
    expect(outcome).toMatchObject({
      status: 'rejected',
      reason: { message: expect.stringContaining('ended') },
    });
  expect(hash(await makeDocument('docx', paper(vi, lo)))).toBe(hash(one));
  expect(documentProcess()).not.toBe(before);
});

test('a document that takes too long is given up with its process, and the next is made', async () => {
  await makeDocument('docx', paper(vi, lo));
  const before = documentProcess();
  const rows = Array.from({ length: paperRowsMax }, () => [
    [{ text: vi, lang: 'vi' }],
    [{ text: lo, lang: 'lo' }],
  ]);
  // No machine sets 5,000 lines within a millisecond.
  await expect(makeDocument('pdf', paper(vi, lo, { rows }), 1)).rejects.toThrow('ended');
  expect((await makeDocument('docx', paper(vi, lo))).length).toBeGreaterThan(1_000);
  expect(documentProcess()).not.toBe(before);
});

// How long it takes is measured by the bench (`paper`).
test('100 pages in two languages are one document', async () => {
  const rows = Array.from({ length: 800 }, (_, at) => [
    [
      { text: `${at + 1}. Thăm`, lang: 'vi', as: 'head' as const },
      { text: `${vi} `.repeat(4), lang: 'vi' },
    ],
    [
      { text: `${at + 1}. ຢ້ຽມຢາມ`, lang: 'lo', as: 'head' as const },
      { text: `${lo} `.repeat(4), lang: 'lo' },
    ],
  ]);
  const bytes = await makeDocument('pdf', paper(vi, lo, { rows }));
  const pages =
    Buffer.from(bytes)
      .toString('latin1')
      .match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  expect(pages).toBeGreaterThanOrEqual(100);
});

test('a text is cut where Lao begins and ends', () => {
  expect(byScript('VN ສອງ ຝ່າຍ, 5')).toEqual([
    { text: 'VN ', isLao: false },
    { text: 'ສອງ ຝ່າຍ', isLao: true },
    { text: ', 5', isLao: false },
  ]);
  expect(byScript('')).toEqual([]);
});
