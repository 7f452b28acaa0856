import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { PartyCode, SubjectId } from '../src/core/bytes/ids.ts';
import { accountsOf } from '../src/core/register/accounts.ts';
import { actsOn, inForce, textOf } from '../src/core/register/texts.ts';
import { readConfig } from '../src/node/config.ts';
import { silentLog } from '../src/node/log.ts';
import { openNode } from '../src/node/node.ts';
import { makeDemo } from './make.ts';

const dir = mkdtempSync(join(tmpdir(), 'counterpart-demo-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

test('the demo: both nodes hold the same, the plan of 2021 is in force, the next one is open, reports differ', async () => {
  const { programme } = await makeDemo(dir, silentLog);
  const heads = [];
  for (const party of ['VN', 'LA']) {
    const node = await openNode({ config: readConfig({ dir: join(dir, party) }, {}), log: silentLog });
    try {
      const register = await node.programmes().get(programme)?.register();
      if (register === undefined) throw new Error('not founded');
      const voices = (['VN', 'LA'] as PartyCode[]).map((one) => register.voices.get(one)?.[0]);
      expect(voices.flatMap((voice) => voice?.inert ?? [])).toEqual([]);
      heads.push(voices.map((voice) => `${voice?.applied} ${voice?.chain.hash}`));
      expect(
        actsOn(register, 'plan.exercise-2021' as SubjectId, '2021-06-30').map((act) => act.state),
      ).toEqual(['inForce']);
      expect(inForce(register, 'plan.exercise-2021' as SubjectId, '2021-06-30')?.content?.items).toHaveLength(
        26,
      );
      const open = textOf(register, { text: 'plan.exercise-2022' as SubjectId });
      expect(open.counts).toMatchObject({ bracket: 7, awaits: 2, stale: 1, missing: 0 });
      expect(accountsOf(register, 'assistance.rice-2021' as SubjectId, 'report').differs).toBe(true);
    } finally {
      await node.close();
    }
  }
  expect(heads[0]).toEqual(heads[1]);
}, 240_000);
