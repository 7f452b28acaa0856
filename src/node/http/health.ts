import type { Context } from 'hono';
import type { Node } from '../node.ts';
import { Refusal } from '../problem.ts';
import { bounds, type Counts } from './counts.ts';
import type { App, Env } from './serve.ts';

/** `/healthz` for whoever watches the process, `/metrics` in Prometheus text. Neither says anything of a programme's content. */
export function serveHealth(app: App, node: Node, counts: Counts): void {
  app.get('/healthz', (c) => {
    c.set('route', 'GET /healthz');
    const locked =
      [...node.programmes().values()].some((programme) => programme.lock() !== undefined) ||
      node.store.findings().length > 0;
    return c.json({ status: locked ? 'locked' : 'ok' });
  });
  app.get('/metrics', async (c) => {
    c.set('route', 'GET /metrics');
    if (!mayRead(node, c)) throw new Refusal('request.not-found');
    const text = [...requestLines(counts), ...(await programmeLines(node)), ...processLines()].join('\n');
    return c.body(`${text}\n`, 200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' });
  });
}

function mayRead(node: Node, c: Context<Env>): boolean {
  if (node.config.metrics === 'all') return true;
  return node.config.metrics === 'loopback' && /^(?:127\.|::1$|::ffff:127\.|local$)/.test(c.get('address'));
}

function requestLines(counts: Counts): string[] {
  const lines = [
    '# HELP counterpart_http_request_seconds Time to answer a request.',
    '# TYPE counterpart_http_request_seconds histogram',
  ];
  for (const [key, { buckets, count, seconds }] of counts.requests) {
    const at = key.lastIndexOf(' ');
    const labels = `route="${key.slice(0, at)}",status="${key.slice(at + 1)}"`;
    for (const [index, bound] of bounds.entries()) {
      lines.push(`counterpart_http_request_seconds_bucket{${labels},le="${bound}"} ${buckets[index] ?? 0}`);
    }
    lines.push(`counterpart_http_request_seconds_bucket{${labels},le="+Inf"} ${count}`);
    lines.push(`counterpart_http_request_seconds_sum{${labels}} ${seconds.toFixed(6)}`);
    lines.push(`counterpart_http_request_seconds_count{${labels}} ${count}`);
  }
  return lines;
}

async function programmeLines(node: Node): Promise<string[]> {
  const lines = [
    '# HELP counterpart_feed_entries Entries held of a feed.',
    '# TYPE counterpart_feed_entries gauge',
    '# HELP counterpart_signing_locked Whether signing is locked.',
    '# TYPE counterpart_signing_locked gauge',
  ];
  for (const programme of node.programmes().values()) {
    const label = `programme="${programme.id.slice(0, 12)}"`;
    lines.push(`counterpart_signing_locked{${label}} ${programme.lock() === undefined ? 0 : 1}`);
    for (const branch of await node.store.branches(programme.id)) {
      if (branch.branch === 0)
        lines.push(`counterpart_feed_entries{${label},party="${branch.party}"} ${branch.seq}`);
    }
  }
  return lines;
}

function processLines(): string[] {
  return [
    '# TYPE process_resident_memory_bytes gauge',
    `process_resident_memory_bytes ${process.memoryUsage.rss()}`,
    '# TYPE process_cpu_seconds_total counter',
    `process_cpu_seconds_total ${((process.cpuUsage().user + process.cpuUsage().system) / 1e6).toFixed(3)}`,
    '# TYPE process_uptime_seconds gauge',
    `process_uptime_seconds ${process.uptime().toFixed(0)}`,
  ];
}
