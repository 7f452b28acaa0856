import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';
import { Refusal } from '../problem.ts';

/** An address that a partner's node may be reached at, and to which the connection is then made. */
export interface Reachable {
  readonly hostname: string;
  readonly port: number;
  readonly address: string;
  readonly family: 4 | 6;
}

type Ranges = readonly (readonly [network: string, prefix: number])[];

const loopback: Ranges = [
  ['127.0.0.0', 8],
  ['::1', 128],
];
const privateNetworks: Ranges = [
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['fc00::', 7],
];
/** Addresses that are no host on the public internet (IANA special-purpose registries). */
const special: Ranges = [
  ...loopback,
  ...privateNetworks,
  ['0.0.0.0', 8],
  ['100.64.0.0', 10],
  ['169.254.0.0', 16],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
  ['::', 128],
  ['::ffff:0:0', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fe80::', 10],
  ['ff00::', 8],
];
/** Apart by family: the list would take every IPv4 address for a mapped one. */
const specialLists = {
  ipv4: listOf(special.filter(([network]) => !network.includes(':'))),
  ipv6: listOf(special.filter(([network]) => network.includes(':'))),
};

function listOf(ranges: Ranges): BlockList {
  const list = new BlockList();
  for (const [network, prefix] of ranges)
    list.addSubnet(network, prefix, network.includes(':') ? 'ipv6' : 'ipv4');
  return list;
}

/** What the administrator allows beside the public internet: `loopback`, `private`, ranges. @throws Refusal `peer.address` */
export function allowedNetworks(networks: readonly string[]): BlockList {
  return listOf(
    networks.flatMap((name): Ranges => {
      if (name === 'loopback') return loopback;
      if (name === 'private') return privateNetworks;
      const [network = '', prefix = ''] = name.split('/');
      const version = isIP(network);
      if (version === 0 || !/^\d{1,3}$/.test(prefix) || Number(prefix) > (version === 4 ? 32 : 128)) {
        throw new Refusal('peer.address', { detail: 'a network in the configuration is not one' });
      }
      return [[network, Number(prefix)]];
    }),
  );
}

/** Whether a connection may be made to an address. An IPv4 address in IPv6 clothes is judged as what it is. */
export function isAllowed(address: string, allowed: BlockList): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  const plain = mapped ?? address;
  const version = isIP(plain);
  if (version === 0) return false;
  const family = version === 4 ? 'ipv4' : 'ipv6';
  return allowed.check(plain, family) || !specialLists[family].check(plain, family);
}

/** An address of a partner as configured: `https://host:port`, nothing else in it. @throws Refusal `peer.address` */
export function readPeerUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isPlain =
    url?.protocol === 'https:' &&
    url.username === '' &&
    url.password === '' &&
    url.pathname === '/' &&
    url.search === '' &&
    url.hash === '';
  if (!isPlain) throw new Refusal('peer.address');
  return url;
}

/**
 * Resolves a partner's address and refuses whatever is not allowed. The connection then goes to the very address that was
 * checked, so a name that points elsewhere a moment later changes nothing; redirects are not followed.
 *
 * @throws Refusal `peer.address`, `peer.unreachable` when the name is unknown
 */
export async function resolvePeer(
  text: string,
  networks: readonly string[],
  resolve = lookupAll,
): Promise<Reachable> {
  const url = readPeerUrl(text);
  const allowed = allowedNetworks(networks);
  const hostname = url.hostname.replace(/^\[|\]$/g, '');
  const found = isIP(hostname) === 0 ? await resolve(hostname) : [hostname];
  const [address] = found;
  if (address === undefined) throw new Refusal('peer.unreachable', { detail: 'the name is not known' });
  // One forbidden address among several is enough: nobody publishes both in good faith.
  if (!found.every((one) => isAllowed(one, allowed))) throw new Refusal('peer.address');
  return {
    hostname,
    port: url.port === '' ? 443 : Number(url.port),
    address,
    family: isIP(address) === 6 ? 6 : 4,
  };
}

async function lookupAll(hostname: string): Promise<readonly string[]> {
  try {
    return (await lookup(hostname, { all: true })).map((one) => one.address);
  } catch (cause) {
    throw new Refusal('peer.unreachable', { detail: 'the name is not known', cause });
  }
}
