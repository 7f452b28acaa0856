import type { Role } from '../api/route.ts';
import { isHash } from '../core/bytes/ids.ts';
import { type Account, accountOf } from '../node/accounts.ts';
import { type Config, readConfig } from '../node/config.ts';
import { silentLog } from '../node/log.ts';
import { type Node, openNode } from '../node/node.ts';
import { allProgrammes, type KnownProgramme } from '../node/programmes.ts';
import { auditRefusal } from '../node/refusal-audit.ts';
import { readFolder } from '../store/folder.ts';
import type { Call } from './command.ts';
import type { ExitName } from './exits.ts';
import { CommandFault } from './fault.ts';

/** The configuration that a command works under: its options win over the environment, the file and the default. */
export function configOf(call: Call): Config {
  return readConfig({ dir: call.text('dir'), 'peer-networks': call.text('peer-networks') }, process.env);
}

/**
 * Opens the node of `--dir` for this command alone, and closes it whatever happens.
 * @throws StoreError `folder-missing`; `folder-busy` when a server or another command has it
 */
export async function withNode(
  call: Call,
  work: (node: Node) => Promise<ExitName | undefined>,
): Promise<ExitName | undefined> {
  const config = configOf(call);
  // Asked first, since a server makes a folder where there is none; a command does not.
  readFolder(config.dir);
  const node = await openNode({ config, log: silentLog });
  try {
    return await work(node);
  } catch (error) {
    await auditRefusal(node, null, error);
    throw error;
  } finally {
    await node.close();
  }
}

/** The programme that `--programme` names by the beginning of its id; without it the only one there is. */
export async function chosenProgramme(call: Call, node: Node): Promise<KnownProgramme> {
  const wanted = call.text('programme');
  const known = await allProgrammes(node);
  const found = wanted === undefined ? known : known.filter(({ id }) => id.startsWith(wanted));
  const [one, another] = found;
  if (one === undefined)
    throw new CommandFault('refused', 'programme-missing', call.t('cli.programmeMissing'));
  if (another !== undefined && !(wanted !== undefined && isHash(wanted))) {
    const ids = found.map(({ id }) => id.slice(0, 12)).join(', ');
    throw new CommandFault('usage', 'programme-ambiguous', call.t('cli.programmeAmbiguous', { ids }));
  }
  return one;
}

/** The account that `--as` names, or the only one that has one of these roles and is not disabled. */
export async function actingAccount(call: Call, node: Node, ...roles: readonly Role[]): Promise<Account> {
  const wanted = call.text('as');
  const role = roles.join(', ');
  const hasRole = (one: Account) => one.roles.some((held) => roles.includes(held));
  const accounts = (await node.store.workspace.accounts()).map(accountOf).filter((one) => !one.disabled);
  const found = accounts.filter((one) => (wanted === undefined ? hasRole(one) : one.name === wanted));
  const [one, another] = found;
  if (one === undefined)
    throw new CommandFault('refused', 'account-missing', call.t('cli.accountMissing', { role }));
  if (another !== undefined) {
    const names = found.map(({ name }) => name).join(', ');
    throw new CommandFault('usage', 'account-ambiguous', call.t('cli.accountAmbiguous', { names }));
  }
  if (!hasRole(one))
    throw new CommandFault('refused', 'access.denied', call.t('cli.accountRole', { name: one.name, role }));
  return one;
}
