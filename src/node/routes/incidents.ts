import * as declared from '../../api/incidents.ts';
import { type App, programmeOf, serve } from '../http/serve.ts';
import { ImportRefused } from '../import/limits.ts';
import { noMapping } from '../import/mapping.ts';
import { type ImportPlan, planRows } from '../import/plan-import.ts';
import { readCsvText } from '../import/source-rows.ts';
import { takeImport } from '../import/take-import.ts';
import type { Node } from '../node.ts';
import { Refusal } from '../problem.ts';
import { running } from './keys.ts';

export function serveIncidents(app: App, node: Node): void {
  serve(app, node, declared.takeIncidents, async (c) => {
    const programme = running(programmeOf(c));
    const register = await programme.register();
    const { csv } = c.req.valid('json');
    const plan = await refusing(() =>
      planRows(
        (take) => readCsvText([csv], noMapping, 'incidents', take),
        'incidents',
        noMapping,
        register,
        programme.party,
      ),
    );
    if (plan.faults.length > 0)
      throw new Refusal('request.invalid', {
        errors: plan.faults
          .slice(0, 50)
          .map(({ column, reason, row }) => ({ path: `${row}.${column}`, message: reason })),
      });
    const head = await takeImport(programme, plan);
    const { known, rows, statements } = plan;
    return c.json(
      { rows, statements: statements.length, known, ...(head === undefined ? {} : { seq: head.seq }) },
      200,
    );
  });
}

/** What refuses the whole list, as a problem with its own name. */
async function refusing(plan: () => Promise<ImportPlan>): Promise<ImportPlan> {
  try {
    return await plan();
  } catch (error) {
    if (!(error instanceof ImportRefused)) throw error;
    if (error.code === 'import.persons') throw new Refusal('import.persons', { cause: error });
    throw new Refusal('import.form', { detail: error.message.slice(0, 200), cause: error });
  }
}
