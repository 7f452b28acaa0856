import type { Command, CommandGroup } from './command.ts';

/** All commands, in the order of the help; each is loaded when it is called. */
export const commands = {
  init: async () => (await import('./init.ts')).init,
  card: async () => (await import('./card.ts')).card,
  found: async () => (await import('./found.ts')).found,
  join: async () => (await import('./join.ts')).join,
  serve: async () => (await import('./serve.ts')).serve,
  demo: async () => (await import('./demo.ts')).demo,
  user: async () => (await import('./user.ts')).user,
  plan: async () => (await import('./plan.ts')).plan,
  sign: async () => (await import('./sign.ts')).sign,
  report: async () => (await import('./report.ts')).report,
  exchange: async () => (await import('./exchange.ts')).exchange,
  pouch: async () => (await import('./pouch.ts')).pouch,
  verify: async () => (await import('./verify.ts')).verify,
  export: async () => (await import('./export.ts')).exportCommand,
  ask: async () => (await import('./ask.ts')).ask,
  import: async () => (await import('./import.ts')).importCommand,
  inspect: async () => (await import('./inspect.ts')).inspect,
  backup: async () => (await import('./backup.ts')).backup,
  restore: async () => (await import('./restore.ts')).restore,
  rebuild: async () => (await import('./rebuild.ts')).rebuild,
} satisfies Readonly<Record<string, () => Promise<Command | CommandGroup>>>;

export type CommandName = keyof typeof commands;

export const isCommandName = (name: string): name is CommandName => Object.hasOwn(commands, name);

export const isGroup = (found: Command | CommandGroup): found is CommandGroup => 'commands' in found;
