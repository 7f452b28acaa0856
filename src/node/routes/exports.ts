import { exportText } from '../../api/exports.ts';
import { isLanguage } from '../../words/languages.ts';
import { refOf } from '../drafts.ts';
import { printPage, sheetOf } from '../exports.ts';
import { type App, caller, programmeOf, serve } from '../http/serve.ts';
import type { Node } from '../node.ts';
import { documentOf, fileTypes } from '../paper.ts';
import { textPaper } from '../text-paper.ts';
import { shownName } from './attachments.ts';

export function serveExports(app: App, node: Node): void {
  serve(app, node, exportText, async (c) => {
    const { format, text } = c.req.valid('param');
    const { act, base, lang, mode } = c.req.valid('query');
    const wanted = lang ?? caller(c).account.language ?? 'en';
    const language = isLanguage(wanted) ? wanted : 'en';
    const programme = programmeOf(c);
    const register = await programme.register();
    const ref = refOf(text, base, mode);
    const headers: Record<string, string> = { 'content-type': fileTypes[format] };
    const kept = `attachment; filename*=UTF-8''${shownName(`${text}.${format}`)}`;
    if (format === 'docx' || format === 'pdf') {
      const paper = textPaper(register, ref, act, { day: programme.today(), language });
      const bytes = await documentOf(format, paper);
      return new Response(Buffer.from(bytes), { headers: { ...headers, 'content-disposition': kept } });
    }
    const sheet = sheetOf(register, ref, act, language);
    if (format === 'html') {
      const { html, policy } = printPage(sheet, language);
      return new Response(html, { headers: { ...headers, 'content-security-policy': policy } });
    }
    // Loaded late: the library for workbooks is large.
    const office = await import('../office.ts');
    const bytes = format === 'csv' ? office.csvOf(sheet) : await office.workbookOf(sheet);
    headers['content-disposition'] = kept;
    return new Response(Buffer.from(bytes), { headers });
  });
}
