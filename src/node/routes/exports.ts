import { exportText } from '../../api/exports.ts';
import { isLanguage } from '../../words/languages.ts';
import { refOf } from '../drafts.ts';
import { printPage, sheetOf } from '../exports.ts';
import { type App, caller, programmeOf, serve } from '../http/serve.ts';
import type { Node } from '../node.ts';
import { shownName } from './attachments.ts';

const types = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  html: 'text/html; charset=utf-8',
} as const;

export function serveExports(app: App, node: Node): void {
  serve(app, node, exportText, async (c) => {
    const { format, text } = c.req.valid('param');
    const { act, base, lang, mode } = c.req.valid('query');
    const wanted = lang ?? caller(c).account.language ?? 'en';
    const language = isLanguage(wanted) ? wanted : 'en';
    const sheet = sheetOf(await programmeOf(c).register(), refOf(text, base, mode), act, language);
    const headers: Record<string, string> = { 'content-type': types[format] };
    if (format === 'html') {
      const { html, policy } = printPage(sheet, language);
      return new Response(html, { headers: { ...headers, 'content-security-policy': policy } });
    }
    // Loaded late: the library for workbooks is large.
    const office = await import('../office.ts');
    const bytes = format === 'csv' ? office.csvOf(sheet) : await office.workbookOf(sheet);
    headers['content-disposition'] = `attachment; filename*=UTF-8''${shownName(`${text}.${format}`)}`;
    return new Response(Buffer.from(bytes), { headers });
  });
}
