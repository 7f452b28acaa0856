import { isLang } from '../core/bytes/ids.ts';
import type { Names } from '../node/node.ts';
import type { Call } from './command.ts';
import { usageFault } from './run.ts';

/** Names given as `LANG=TEXT`, by language. Throws a usage fault. */
export function namesOf(call: Call, option: string, given = call.texts(option)): Names {
  const names: Record<string, string> = {};
  for (const text of given) {
    const at = text.indexOf('=');
    const lang = text.slice(0, Math.max(0, at));
    if (!isLang(lang) || at === text.length - 1)
      throw usageFault(call.t, call.name, call.t('cli.optionNames', { option: `--${option}` }));
    names[lang] = text.slice(at + 1);
  }
  return names;
}
