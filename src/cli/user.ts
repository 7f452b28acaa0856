import { type Role, roles } from '../api/route.ts';
import { type Account, accountOf, addAccount, changeAccount } from '../node/accounts.ts';
import { admitKeys, admitWaiting, waitingKeys } from '../node/key-admission.ts';
import type { Node } from '../node/node.ts';
import { Refusal } from '../node/problem.ts';
import {
  type Call,
  type Command,
  type CommandGroup,
  dirOption,
  jsonOption,
  type Options,
} from './command.ts';
import { CommandFault } from './fault.ts';
import { rootOf, rootOptions } from './found.ts';
import { namesOf } from './names.ts';
import { usageFault } from './run.ts';
import { passwordOption, readSecret } from './secret.ts';
import { chosenProgramme, withNode } from './with-node.ts';

const rolesOption = {
  roles: { value: 'ROLES', says: 'cli.optionRoles' },
  post: { value: 'LANG=POST', says: 'cli.optionPost', repeats: true },
  agency: { value: 'TEXT', says: 'cli.optionAgency' },
} as const satisfies Options;

const add: Command = {
  usage: ['NAME --dir FOLDER --roles ROLES [--post LANG=POST …] [--agency TEXT]'],
  operands: { least: 1, most: 1 },
  options: {
    ...dirOption,
    ...rolesOption,
    roles: { ...rolesOption.roles, required: true },
    ...passwordOption,
    ...jsonOption,
  },
  examples: [
    'user add minh --dir VN --roles desk,signatory --post vi="Cục trưởng" --password-file password.txt',
  ],
  exits: ['refused', 'locked', 'storage'],
  run: (call) =>
    withNode(call, async (node) => {
      const name = call.operands[0] ?? '';
      const post = namesOf(call, 'post');
      const agency = call.text('agency');
      const password = await readSecret(call, 'password');
      const given = { name, password, roles: rolesOf(call), post, agency };
      const added = await addAccount(node, given, null);
      await admitWaiting(node);
      return answer(call, [added], 'cli.userAdded');
    }),
};

const change: Command = {
  usage: ['NAME --dir FOLDER [--roles ROLES] [--post LANG=POST …] [--agency TEXT] [--new-password]'],
  operands: { least: 1, most: 1 },
  options: {
    ...dirOption,
    ...rolesOption,
    'new-password': { says: 'cli.optionNewPassword' },
    ...passwordOption,
    ...jsonOption,
  },
  examples: ['user change minh --dir VN --roles desk', 'user change minh --dir VN --new-password'],
  exits: ['refused', 'locked', 'storage'],
  run: (call) =>
    withNode(call, async (node) => {
      const account = await accountNamed(call, node);
      const password = call.flag('new-password') ? await readSecret(call, 'password') : undefined;
      const wanted = call.text('roles') === undefined ? undefined : rolesOf(call);
      const post = call.texts('post').length === 0 ? undefined : namesOf(call, 'post');
      const { version } = account;
      const agency = call.text('agency');
      const given = { version, password, roles: wanted, post, agency };
      const changed = await changeAccount(node, account.id, given, null);
      await admitWaiting(node);
      return answer(call, [changed], 'cli.userChanged');
    }),
};

const setDisabled = (disabled: boolean): Command => ({
  usage: ['NAME --dir FOLDER'],
  operands: { least: 1, most: 1 },
  options: { ...dirOption, ...jsonOption },
  examples: [`user ${disabled ? 'disable' : 'enable'} minh --dir VN`],
  exits: ['refused', 'locked', 'storage'],
  run: (call) =>
    withNode(call, async (node) => {
      const { id, version } = await accountNamed(call, node);
      return answer(call, [await changeAccount(node, id, { version, disabled }, null)], 'cli.userChanged');
    }),
});

const list: Command = {
  usage: ['--dir FOLDER'],
  operands: { least: 0, most: 0 },
  options: { ...dirOption, ...jsonOption },
  examples: ['user list --dir VN --json'],
  exits: ['refused', 'locked', 'storage'],
  run: (call) =>
    withNode(call, async (node) => {
      const accounts = (await node.store.workspace.accounts()).map(accountOf);
      return answer(call, accounts, 'cli.userLine');
    }),
};

const admit: Command = {
  usage: ['[NAME …] --dir FOLDER [--root-keys FOLDER]'],
  operands: { least: 0, most: 100 },
  options: {
    ...dirOption,
    programme: { value: 'ID', says: 'cli.optionProgramme' },
    ...rootOptions,
    ...jsonOption,
  },
  examples: ['user admit --dir VN --root-keys /media/stick/root'],
  exits: ['refused', 'locked', 'storage'],
  run: (call) =>
    withNode(call, async (node) => {
      const { running } = await chosenProgramme(call, node);
      if (running === undefined) throw new Refusal('programme.not-founded');
      const [chain] = await running.chains(running.party);
      const waiting = chain === undefined ? [] : await waitingKeys(node, chain.state);
      const chosen = waiting.filter(
        ({ account }) => call.operands.length === 0 || call.operands.includes(account),
      );
      if (chosen.length === 0) throw new CommandFault('refused', 'keys.unknown', call.t('cli.noKeyWaits'));
      const ids = chosen.map(({ id }) => id);
      await admitKeys(node, running, await rootOf(call, node), ids, null);
      if (call.flag('json')) call.terminal.json(chosen.map(({ account, id }) => ({ account, key: id })));
      else
        for (const { account, id } of chosen)
          call.terminal.print(call.t('cli.keyAdmitted', { name: account, key: id }));
      return undefined;
    }),
};

export const user: CommandGroup = {
  commands: { list, add, change, disable: setDisabled(true), enable: setDisabled(false), admit },
};

function rolesOf(call: Call): readonly Role[] {
  const wanted = call.need('roles').split(',');
  const isRole = (word: string): word is Role => (roles as readonly string[]).includes(word);
  if (!wanted.every(isRole))
    throw usageFault(call.t, call.name, call.t('cli.roleUnknown', { roles: roles.join(', ') }));
  return [...new Set(wanted)];
}

async function accountNamed(call: Call, node: Node): Promise<Account> {
  const name = call.operands[0] ?? '';
  const stored = await node.store.workspace.accountNamed(name);
  if (stored === null)
    throw new CommandFault('refused', 'account-missing', call.t('cli.userMissing', { name }));
  return accountOf(stored);
}

function answer(
  call: Call,
  accounts: readonly Account[],
  says: 'cli.userAdded' | 'cli.userChanged' | 'cli.userLine',
): 'ok' {
  const { t, terminal } = call;
  const rows = accounts.map(({ disabled, name, post, roles: held }) => ({
    name,
    roles: held,
    post,
    disabled,
  }));
  if (call.flag('json')) terminal.json(says === 'cli.userLine' ? rows : rows[0]);
  else
    for (const { disabled, name, roles: held } of rows) {
      const state = t(disabled ? 'cli.userDisabled' : 'cli.userEnabled');
      terminal.print(t(says, { name, roles: held.join(', '), state }));
    }
  return 'ok';
}
