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
    const programme = programmeOf(c);
    const token = getCookie(c, cookieName(node));
    const encoder = new TextEncoder();
    let stop = (): void => {};
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        let id = 0;
        let isOpen = true;
        const send = (text: string): void => controller.enqueue(encoder.encode(text));
        const end = (): void => {
          // Whoever listened may have gone while the session was looked up.
          if (!isOpen) return;
          stop();
          controller.close();
        };
        const tell = (event: ProgrammeEvent): void =>
          send(`id: ${(id += 1)}\nevent: change\ndata: ${JSON.stringify(event)}\n\n`);
        // Not founded yet: it begins to run when the last signature comes, and whoever listens already shall hear that.
        let unfollow =
          programme.running?.onChange(tell) ??
          node.onProgramme((begun) => {
            if (begun.id !== programme.id) return;
            unfollow();
            unfollow = begun.onChange(tell);
            tell({ type: 'register', version: 0 });
          });
        const unend = node.onSessionsEnded((ended) => {
          if (ended === account.id || ended === everybody)
            void sessionOf(node, token).then((alive) =>
              alive === undefined || ended === everybody ? end() : undefined,
            );
        });
        const beat = setInterval(() => send(': \n\n'), heartbeatMs);
        stop = () => {
          isOpen = false;
          unfollow();
          unend();
          clearInterval(beat);
          stop = () => {};
        };
        // What changed between the reader's first look and this moment, nobody told it.
        send('retry: 2000\n\n');
        void programme.register().then(({ version }) => {
          if (isOpen) send(`event: ready\ndata: ${JSON.stringify({ version })}\n\n`);
        });
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
