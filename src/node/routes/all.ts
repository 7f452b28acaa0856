import type { Surroundings } from '../http/app.ts';
import type { App } from '../http/serve.ts';
import type { Node } from '../node.ts';
import { serveAccounts } from './accounts.ts';
import { serveActs } from './acts.ts';
import { serveAsk } from './ask.ts';
import { serveAttachments } from './attachments.ts';
import { serveDesk } from './desk.ts';
import { serveDrafts } from './drafts.ts';
import { serveEvents } from './events.ts';
import { serveExchange } from './exchange.ts';
import { serveExports } from './exports.ts';
import { serveField } from './field.ts';
import { serveFounding } from './founding.ts';
import { serveIntake } from './intake.ts';
import { serveKeys } from './keys.ts';
import { serveNode } from './node.ts';
import { serveProgrammes } from './programmes.ts';
import { servePublication } from './publication.ts';
import { serveSession } from './session.ts';
import { serveStatements } from './statements.ts';
import { serveTasks } from './tasks.ts';
import { serveTextTable } from './text-table.ts';
import { serveTexts } from './texts.ts';

/** Every route of `src/api/routes.ts`; a test holds the two together. */
export function serveRoutes(app: App, node: Node, around: Surroundings): void {
  serveNode(app, node, around);
  serveSession(app, node);
  serveAccounts(app, node);
  serveProgrammes(app, node);
  serveFounding(app, node);
  serveKeys(app, node);
  serveDesk(app, node);
  serveTexts(app, node);
  serveTextTable(app, node);
  serveDrafts(app, node);
  serveExports(app, node);
  serveActs(app, node);
  serveStatements(app, node);
  serveField(app, node);
  serveTasks(app, node);
  servePublication(app, node);
  serveIntake(app, node);
  serveAsk(app, node);
  serveAttachments(app, node);
  serveExchange(app, node, around.sync);
  serveEvents(app, node);
}
