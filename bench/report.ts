import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** Where the part of a report begins that tells of the app. */
export const appHeading = '## The app';

/** A report has two parts, of the register and of the app, each made by a run of its own: this one is replaced, the other stays. */
export function withPart(report: string, part: 'register' | 'app', text: string): string {
  const at = `\n${report}`.indexOf(`\n${appHeading}\n`);
  const register = at < 0 ? report : report.slice(0, at);
  const app = at < 0 ? '' : report.slice(at);
  const parts = part === 'register' ? [text, app] : [register, text];
  return `${parts
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .join('\n\n')}\n`;
}

/** Writes a part into the report at a path, docs/bench.md or another. */
export function writePart(path: string, part: 'register' | 'app', text: string): void {
  writeFileSync(path, withPart(existsSync(path) ? readFileSync(path, 'utf8') : '', part, text));
}
