import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeDemo } from '../demo/make.ts';
import type { PartyCode } from '../src/core/bytes/ids.ts';
import { readConfig } from '../src/node/config.ts';
import { noMapping } from '../src/node/import/mapping.ts';
import { planImport } from '../src/node/import/plan-import.ts';
import { silentLog } from '../src/node/log.ts';
import { openNode } from '../src/node/node.ts';
import { type Figures, timed } from './figures.ts';

/* A foreign list of agreements as dirty as they come: partial, doubtful and impossible dates, names missing, rows that say again. */

const dates = [
  '18/07/1977',
  '2020-12-04',
  '03/04/2015',
  'sắp tới',
  '2021',
  '14 mars 2021',
  '30/02/2021',
  'c. 1977',
  '',
];

function lineOf(at: number): string {
  const number = at % 7 === 0 ? at - 1 : at;
  const name = at % 11 === 0 ? '' : `"Kế hoạch; số ${at - (at % 3)}"`;
  const note = at % 13 === 0 ? '=HYPERLINK("x")' : 'ghi chú';
  return `${number};${name};${dates[at % dates.length] ?? ''};${at % 5 === 0 ? 'Hiệp ước' : ''};${note}`;
}

/** Milliseconds to say of every row what taking it in would do, and to read the lines of the file. */
export async function measureImport({ dir, rows }: { dir: string; rows: number }): Promise<Figures> {
  const path = join(dir, 'agreements.csv');
  const lines = Array.from({ length: rows }, (_, at) => lineOf(at));
  writeFileSync(path, ['No.;Tên văn kiện;Ngày ký;Loại;Ghi chú', ...lines].join('\r\n'));
  await makeDemo(dir, silentLog);
  const node = await openNode({ config: readConfig({ dir: join(dir, 'VN') }, {}), log: silentLog });
  const [programme] = node.programmes().values();
  if (programme === undefined) throw new Error('the demo has a programme');
  const register = await programme.register();
  let found = 0;
  const ms = await timed(async () => {
    const plan = await planImport(
      path,
      'agreements',
      { ...noMapping, lang: 'vi' },
      register,
      'VN' as PartyCode,
    );
    if (plan.rows !== rows || plan.faults.length === 0) throw new Error(`${plan.rows} rows were read`);
    found = plan.faults.length;
  });
  const bareMs = await timed(() => {
    const cells = readFileSync(path, 'utf8')
      .split('\r\n')
      .map((line) => line.split(';').length);
    if (cells.length !== rows + 1) throw new Error('the file is as long as it was written');
  });
  await node.close();
  return { ms, bareMs, rows, faults: found };
}
