import { readConfig, options as settings } from '../node/config.ts';
import { serveNode } from '../node/http/listen.ts';
import { makeLog } from '../node/log.ts';
import { type Command, jsonOption, type Option } from './command.ts';
import { stopSignal } from './stop-signal.ts';

export const serve: Command = {
  usage: ['[--dir FOLDER] [--port PORT] [--exchange-port PORT]'],
  operands: { least: 0, most: 0 },
  options: {
    dir: { value: 'FOLDER', says: 'cli.optionDir' },
    host: { value: 'ADDRESS', says: 'cli.config.host' },
    port: { value: 'PORT', says: 'cli.config.port' },
    origins: { value: 'LIST', says: 'cli.config.origins' },
    'trust-proxy': { says: 'cli.config.trustProxy' },
    'exchange-host': { value: 'ADDRESS', says: 'cli.config.exchangeHost' },
    'exchange-port': { value: 'PORT', says: 'cli.config.exchangePort' },
    'exchange-url': { value: 'URL', says: 'cli.config.exchangeUrl' },
    'peer-networks': { value: 'LIST', says: 'cli.optionPeerNetworks' },
    'sync-seconds': { value: 'SECONDS', says: 'cli.config.syncSeconds' },
    'time-zone': { value: 'ZONE', says: 'cli.config.timeZone' },
    'session-hours': { value: 'HOURS', says: 'cli.config.sessionHours' },
    'idle-minutes': { value: 'MINUTES', says: 'cli.config.idleMinutes' },
    web: { value: 'FOLDER', says: 'cli.config.web' },
    metrics: { value: 'WHO', says: 'cli.config.metrics' },
    'log-level': { value: 'LEVEL', says: 'cli.config.logLevel' },
    config: { value: 'FILE', says: 'cli.config.file' },
    ...jsonOption,
  } satisfies Readonly<Record<SettingFlag | 'config' | 'json', Option>>,
  examples: ['serve --dir VN --port 8080', 'serve --dir VN --exchange-host 0.0.0.0 --exchange-port 8443'],
  exits: ['refused', 'locked', 'storage'],
  run: async (call) => {
    const { t, terminal } = call;
    const given = Object.values(settings).map(({ flag }): readonly [string, string | undefined] => [
      flag,
      flag === 'trust-proxy' ? (call.flag(flag) ? 'true' : undefined) : call.text(flag),
    ]);
    const config = readConfig({ ...Object.fromEntries(given), config: call.text('config') }, process.env);
    const log = makeLog((line) => process.stderr.write(line), Date.now, config.logLevel);
    const stopped = stopSignal();
    const served = await serveNode(config, log);
    const { node, url } = served;
    const party = node.about()?.party;
    const isNew = (await node.store.workspace.accounts()).length === 0;
    const setup = isNew ? { setupCode: node.setupCode } : {};
    if (call.flag('json'))
      terminal.json({ party: party ?? '–', url, exchangePort: served.exchangePort(), ...setup });
    else {
      terminal.print(party === undefined ? t('cli.servingNew', { url }) : t('cli.serving', { party, url }));
      if (isNew) terminal.print(t('cli.setupCode', { code: node.setupCode }));
    }
    const signal = await stopped;
    terminal.note(t('cli.stopping'));
    await served.stop(signal);
    return 'ok';
  },
};

/** Every setting of a node is an option here. */
type SettingFlag =
  | 'dir'
  | 'host'
  | 'port'
  | 'origins'
  | 'trust-proxy'
  | 'exchange-host'
  | 'exchange-port'
  | 'exchange-url'
  | 'peer-networks'
  | 'sync-seconds'
  | 'time-zone'
  | 'session-hours'
  | 'idle-minutes'
  | 'web'
  | 'metrics'
  | 'log-level';
