import * as declared from '../../api/workbook.ts';
import { isLanguage } from '../../words/languages.ts';
import { refOf } from '../drafts.ts';
import { type App, caller, programmeOf, serve } from '../http/serve.ts';
import type { Node } from '../node.ts';
import { recordPosition } from '../recorded.ts';
import { readWorkbook, sendWorkbook } from '../workbook.ts';
import { shownName } from './attachments.ts';

const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function serveWorkbook(app: App, node: Node): void {
  serve(app, node, declared.sendWorkbook, async (c) => {
    const { text } = c.req.valid('param');
    const { base, lang = 'en', mode } = c.req.valid('json');
    const language = isLanguage(lang) ? lang : 'en';
    const ref = refOf(text, base, mode);
    const sheet = await sendWorkbook(node, programmeOf(c), caller(c).account.id, ref, language);
    // Loaded late: the library for workbooks is large.
    const { partnerWorkbookOf } = await import('../office.ts');
    const headers = {
      'content-type': type,
      'content-disposition': `attachment; filename*=UTF-8''${shownName(`${text}.xlsx`)}`,
    };
    return new Response(Buffer.from(await partnerWorkbookOf(sheet)), { headers });
  });
  serve(app, node, declared.readWorkbook, async (c) => {
    const { base, mode } = c.req.valid('query');
    const ref = refOf(c.req.valid('param').text, base, mode);
    const body = (c.req.raw.body ?? []) as AsyncIterable<Uint8Array>;
    return c.json(await readWorkbook(node, programmeOf(c), ref, body), 200);
  });
  serve(app, node, declared.recordWorkbook, async (c) => {
    const { base, letter, mode, party, positions } = c.req.valid('json');
    const ref = refOf(c.req.valid('param').text, base, mode);
    for (const { item, values } of positions)
      await recordPosition(node, programmeOf(c), caller(c).account.id, ref, { party, letter, item, values });
    return c.json({ recorded: positions.length }, 200);
  });
}
