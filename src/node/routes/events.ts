import { getCookie } from 'hono/cookie';
import { followEvents } from '../../api/exchange.ts';
import { type App, caller, cookieName, programmeOf, serve } from '../http/serve.ts';
import type { Node } from '../node.ts';
import type { ProgrammeEvent } from '../programme.ts';
import { sessionOf } from '../sessions.ts';

const heartbeatMs = 20_000;

export function serveEvents(app: App, node: Node): void {
  serve(app, node, followEvents, (c) => {
    const { account } = caller(c);
    const { running } = programmeOf(c);
    const token = getCookie(c, cookieName(node));
    const encoder = new TextEncoder();
    let stop = (): void => {};
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        let id = 0;
        const send = (text: string): void => controller.enqueue(encoder.encode(text));
        const end = (): void => {
          stop();
          controller.close();
        };
        const unfollow = running?.onChange((event: ProgrammeEvent) =>
          send(`id: ${(id += 1)}\nevent: change\ndata: ${JSON.stringify(event)}\n\n`),
        );
        const unend = node.onSessionsEnded((ended) => {
          if (ended === account.id || ended === everybody)
            void sessionOf(node, token).then((alive) =>
              alive === undefined || ended === everybody ? end() : undefined,
            );
        });
        const beat = setInterval(() => send(': \n\n'), heartbeatMs);
        stop = () => {
          unfollow?.();
          unend();
          clearInterval(beat);
          stop = () => {};
        };
        send(`retry: 2000\n: version ${running === undefined ? 0 : ''}\n\n`);
        c.req.raw.signal.addEventListener('abort', () => stop());
      },
      cancel: () => stop(),
    });
    return new Response(body, {
      headers: { 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' },
    });
  });
}

/** Ends every stream: the node is stopping. */
export const everybody = '*';
