import { expect, test } from 'vitest';
import { allKinds, itemKind, statementKind, textKind } from '../src/core/kinds/catalogue.ts';
import type { Fields as KindFields } from '../src/core/kinds/declare.ts';
import { valueFault } from '../src/core/kinds/value.ts';
import { plan2021 } from './plan-2021.ts';
import { planOpen } from './plan-open.ts';
import { recordedPlan2021 } from './recorded.ts';
import { reports, riceMinutes } from './reports.ts';
import type { Fields, Info, PlanLine } from './shapes.ts';

const languages = ['lo', 'vi'];
const plan = textKind(allKinds, plan2021.text);

function faultsOf(fields: Fields, declared: KindFields | undefined, at: string): string[] {
  const faults: string[] = [];
  for (const [name, value] of Object.entries(fields)) {
    const field = declared?.[name];
    const fault = field === undefined ? 'no such field' : valueFault(field, value, languages);
    if (fault !== undefined) faults.push(`${at}.${name}: ${fault}`);
  }
  for (const [name, field] of Object.entries(declared ?? {}))
    if (field.required === true && fields[name] === undefined) faults.push(`${at}.${name}: missing`);
  return faults;
}

const itemFields = (item: string): KindFields | undefined =>
  plan === undefined ? undefined : itemKind(allKinds, plan, item)?.fields;

const allLines: readonly PlanLine[] = [...plan2021.lines, ...planOpen.lines.map((open) => open.line)];

const infoFaults = (fields: Fields, info: Info, at: string): string[] =>
  Object.entries(info)
    .filter(([field, { fr, en }]) => typeof fields[field] !== 'object' || fr === '' || en === '')
    .map(([field]) => `${at}.${field}`);

test('every line fits the declaration of its kind', () => {
  expect(allLines.flatMap(({ item, fields }) => faultsOf(fields, itemFields(item), item))).toEqual([]);
  expect(faultsOf(plan2021.head.fields, plan?.fields, plan2021.text)).toEqual([]);
  expect(faultsOf(planOpen.head.fields, plan?.fields, planOpen.text)).toEqual([]);
});

test('every prose has its translations for information', () => {
  expect(allLines.flatMap(({ item, fields, info }) => infoFaults(fields, info, item))).toEqual([]);
  const without = allLines.filter(({ info }) => Object.keys(info).length !== 4);
  expect(without.map((one) => one.item)).toEqual([]);
});

test('ids are of their form and unique in the programme', () => {
  const ids = allLines.map((one) => one.item);
  expect(ids.filter((id) => !/^[a-z][a-zA-Z0-9]*\.[a-z0-9][a-z0-9-]{0,39}$/.test(id))).toEqual([]);
  expect(new Set(ids).size).toBe(ids.length);
});

test('everything invented carries the mark EXERCISE', () => {
  const marked = (fields: Fields) => JSON.stringify(fields['remarks']).match(/EXERCISE/g)?.length === 2;
  expect(allLines.filter((one) => !marked(one.fields)).map((one) => one.item)).toEqual([]);
  const marks = allLines.flatMap((one) => Object.values(one.references));
  expect(marks.filter((mark) => !mark.startsWith('EXERCISE '))).toEqual([]);
  expect([plan2021.head.fields['exercise'], planOpen.head.fields['exercise']]).toEqual([true, true]);
  expect(reports.filter((report) => report.fields['exercise'] !== true)).toEqual([]);
});

test('all text is in NFC, so that it signs as it is', () => {
  const text = JSON.stringify({ plan2021, planOpen, reports, riceMinutes, recordedPlan2021 });
  expect(text).toBe(text.normalize('NFC'));
});

test('the plan of 2021 covers what the article tells of', () => {
  expect(plan2021.lines).toHaveLength(26);
  const areas = new Set(plan2021.lines.map((one) => one.fields['area']));
  expect([...areas].toSorted()).toEqual(
    'assistance border crime dialogue experience health implementation information multilateral training visits'.split(
      ' ',
    ),
  );
});

test('the open plan stands as the demo promises', () => {
  const answered = (answer: string) => planOpen.lines.filter((one) => one.other.answer === answer);
  const countered = planOpen.lines.flatMap((one) =>
    one.other.answer === 'counters' ? Object.keys(one.other.fields) : [],
  );
  expect(countered.toSorted()).toEqual(['costs', 'host', 'period', 'places', 'purpose', 'venue']);
  expect(answered('silent').map((one) => one.proposedBy)).toEqual(['VN', 'VN']);
  expect(answered('strikes').map((one) => one.line.item)).toEqual(['visit.political-2022']);
  const changed = planOpen.lines.filter((one) => one.changed !== undefined);
  expect(changed.map((one) => one.line.item)).toEqual(['gate.health-control-2022']);
  const [before, now] = [changed[0]?.changed?.from, changed[0]?.line.fields['activity']] as {
    vi: string;
    lo: string;
  }[];
  expect(now?.lo).toBe(before?.lo);
  expect(now?.vi).not.toBe(before?.vi);
  expect(planOpen.lines).toHaveLength(18);
});

test('what the other party counters is another value, and fits', () => {
  const faults = planOpen.lines.flatMap(({ line, other }) => {
    if (other.answer !== 'counters') return [];
    const same = Object.keys(other.fields).filter(
      (field) => JSON.stringify(other.fields[field]) === JSON.stringify(line.fields[field]),
    );
    const bad = Object.entries(other.fields).filter(([name, value]) => {
      const field = itemFields(line.item)?.[name];
      return field === undefined || valueFault(field, value, languages) !== undefined;
    });
    return [...same, ...bad.map(([name]) => name)].map((field) => `${line.item}.${field}`);
  });
  expect(faults).toEqual([]);
});

test('reports speak of lines of the plan and fit their kind', () => {
  const items = new Set(plan2021.lines.map((one) => one.item));
  expect(reports.filter((report) => !items.has(report.subject))).toEqual([]);
  const declared = statementKind(allKinds, 'report')?.fields;
  expect(reports.flatMap((one) => faultsOf(one.fields, declared, `${one.party} ${one.subject}`))).toEqual([]);
});

test('the two sides differ where the demo says so', () => {
  const bySubject = Map.groupBy(reports, (report) => report.subject);
  const differing = [...bySubject].filter(([, [one, other]]) => {
    const compared = (fields: Fields | undefined) =>
      JSON.stringify([fields?.['status'], fields?.['held'], fields?.['figures'], fields?.['standing']]);
    return other !== undefined && compared(one?.fields) !== compared(other.fields);
  });
  expect(differing.map(([subject]) => subject).toSorted()).toEqual([
    'assistance.medical-2021',
    'assistance.rice-2021',
    'course.academies-2021',
    'crime.drugs-2021',
    'dialogue.defence-policy-2021',
    'patrol.dry-season-2021',
  ]);
  expect(bySubject.get('patrol.rainy-season-2021')).toHaveLength(1);
  expect(bySubject.size).toBe(8);
});

test('the minutes on the rice and the recorded instrument fit their kinds', () => {
  const minutes = textKind(allKinds, riceMinutes.text);
  const item = minutes === undefined ? undefined : itemKind(allKinds, minutes, riceMinutes.item);
  expect(faultsOf(riceMinutes.head, minutes?.fields, riceMinutes.text)).toEqual([]);
  expect(faultsOf(riceMinutes.fields, item?.fields, riceMinutes.item)).toEqual([]);
  const onRecord = statementKind(allKinds, recordedPlan2021.kind)?.fields;
  expect(faultsOf(recordedPlan2021.fields, onRecord, recordedPlan2021.subject)).toEqual([]);
  for (const account of recordedPlan2021.accounts)
    expect(
      faultsOf(
        { title: recordedPlan2021.fields['title'] ?? null, ...account.fields },
        onRecord,
        account.source,
      ),
    ).toEqual([]);
});

test('no person is named in what is invented', () => {
  const text = JSON.stringify({ plan2021, planOpen, reports });
  expect(text).not.toMatch(/Xuân Lịch|Chansamone|Văn Giang|Phankham|ຈັນສະໝອນ/);
});
