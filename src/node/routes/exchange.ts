import * as declared from '../../api/exchange.ts';
import type { App } from '../http/serve.ts';
import type { Node } from '../node.ts';

export function serveExchange(_app: App, _node: Node): void {
  void declared;
}
