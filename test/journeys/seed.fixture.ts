import { plan2021 } from '../../demo/plan-2021.ts';
import { type OpenLine, planOpen } from '../../demo/plan-open.ts';
import { reports } from '../../demo/reports.ts';
import type { Plan, PlanLine } from '../../demo/shapes.ts';
import type { ActPage } from '../../src/api/acts.ts';
import { type Person, password, signInAs, type TestNode } from '../../src/node/world.fixture.ts';

/* The demo's plans on two test nodes, through the API: the year before in force with both sides' accounts, this year's open. */

interface Both {
  readonly vn: TestNode;
  readonly la: TestNode;
  readonly id: string;
}
interface Change {
  readonly item: string;
  readonly field: string;
  readonly value?: unknown;
  readonly info?: unknown;
  readonly version: 0;
}

const placeOf = (index: number): string => String(1000 + index * 10);

function changesOf(line: PlanLine, index: number, party: 'VN' | 'LA', fields = line.fields): Change[] {
  const stated = Object.entries({
    ...fields,
    in: true,
    place: placeOf(index),
    reference: line.references[party],
  });
  return stated.map(([field, value]) => ({
    item: line.item,
    field,
    value,
    ...(line.info[field] ? { info: line.info[field] } : {}),
    version: 0,
  }));
}

const headOf = (plan: Pick<Plan, 'text' | 'head'>): Change[] =>
  Object.entries(plan.head.fields).map(([field, value]) => ({
    item: plan.text,
    field,
    value,
    ...(plan.head.info[field] ? { info: plan.head.info[field] } : {}),
    version: 0,
  }));

function answerOf(open: OpenLine, index: number, party: 'VN' | 'LA'): Change[] {
  if (open.proposedBy === party) return changesOf(open.line, index, party);
  switch (open.other.answer) {
    case 'accepts':
      return changesOf(open.line, index, party);
    case 'counters':
      return changesOf(open.line, index, party, { ...open.line.fields, ...open.other.fields });
    case 'strikes':
      return [{ item: open.line.item, field: 'in', value: false, version: 0 }];
    case 'silent':
      return [];
  }
}

async function must(promise: Promise<{ status: number; body: unknown }>): Promise<unknown> {
  const { status, body } = await promise;
  if (status !== 200) throw new Error(`${status}: ${JSON.stringify(body)}`);
  return body;
}

async function state(person: Person, p: string, text: string, changes: readonly Change[]): Promise<void> {
  const path = `${p}/texts/${text}`;
  for (let from = 0; from < changes.length; from += 500) {
    await must(person.ask('PUT', `${path}/drafts`, { changes: changes.slice(from, from + 500) }));
  }
  const prepared = (await must(person.ask('POST', `${path}/submissions`, { note: '' }))) as {
    id: string;
    version: number;
  };
  await must(person.ask('POST', `${path}/submissions/${prepared.id}/send`, { version: prepared.version }));
}

/** This year's plan under negotiation: some lines agreed, some in brackets. */
export async function seedOpen(pair: Both): Promise<void> {
  const p = `/api/programmes/${pair.id}`;
  for (const [party, node] of [
    ['VN', pair.vn],
    ['LA', pair.la],
  ] as const) {
    const desk = await signInAs(node, 'desk');
    const changes = [
      ...headOf(planOpen),
      ...planOpen.lines.flatMap((open, index) => answerOf(open, index, party)),
    ];
    await state(desk, p, planOpen.text, changes);
  }
}

/** Last year's plan in force, with what both sides reported on it. `settle` waits until the nodes have exchanged. */
export async function seedPast(pair: Both, settle: () => Promise<void>): Promise<void> {
  const p = `/api/programmes/${pair.id}`;
  for (const [party, node] of [
    ['VN', pair.vn],
    ['LA', pair.la],
  ] as const) {
    const changes = [
      ...headOf(plan2021),
      ...plan2021.lines.flatMap((line, index) => changesOf(line, index, party)),
    ];
    await state(await signInAs(node, 'desk'), p, plan2021.text, changes);
  }
  await settle();
  const act = (await must(
    (
      await signInAs(pair.vn, 'desk')
    ).ask('POST', `${p}/texts/${plan2021.text}/acts`, { effective: { on: 'signature' } }),
  )) as { id: string };
  for (const node of [pair.vn, pair.la]) {
    await settle();
    const signatory = await signInAs(node, 'signatory');
    const page = (await must(signatory.ask('GET', `${p}/acts/${act.id}`))) as ActPage;
    const capacity = {
      name: 'EXERCISE',
      post: { vi: 'Bộ trưởng', lo: 'ລັດຖະມົນຕີ' },
      place: 'Hà Nội',
      date: '2026-11-21',
    };
    await must(
      signatory.ask('POST', `${p}/acts/${act.id}/sign`, {
        password,
        capacity,
        content: page.texts.map((text) => text.hash),
      }),
    );
  }
  await settle();
  for (const report of reports) {
    const desk = await signInAs(report.party === 'VN' ? pair.vn : pair.la, 'desk');
    await must(
      desk.ask('POST', `${p}/statements`, {
        kind: 'report',
        subject: report.subject,
        fields: report.fields,
        version: 0,
      }),
    );
  }
  await settle();
}

/** LA takes all that VN states, VN lays the open plan out: it lies ready for both signatures. */
export async function settleAll(pair: Both & { hold(held: boolean): Promise<void> }): Promise<string> {
  const path = `/api/programmes/${pair.id}/texts/${planOpen.text}`;
  const desk = await signInAs(pair.la, 'desk');
  await must(desk.ask('POST', `${path}/drafts/accept`, { party: 'VN' }));
  const prepared = (await must(desk.ask('POST', `${path}/submissions`, { note: '' }))) as {
    id: string;
    version: number;
  };
  await must(desk.ask('POST', `${path}/submissions/${prepared.id}/send`, { version: prepared.version }));
  await pair.hold(false);
  const act = (await must(
    (await signInAs(pair.vn, 'desk')).ask('POST', `${path}/acts`, { effective: { on: 'signature' } }),
  )) as { id: string };
  await pair.hold(false);
  return act.id;
}
