import * as declared from '../../api/calendar.ts';
import { calendarOf } from '../../core/register/ask/calendar.ts';
import { isLanguage, type Language } from '../../words/languages.ts';
import type { Account } from '../accounts.ts';
import { calendarBehind, calendarFeedSince, makeCalendarFeed, removeCalendarFeed } from '../calendar-feed.ts';
import { isCleared } from '../handling.ts';
import { type App, caller, programmeOf, serve } from '../http/serve.ts';
import { type CalendarEntry, icalendarOf } from '../icalendar.ts';
import type { Node } from '../node.ts';
import { Refusal } from '../problem.ts';
import type { KnownProgramme } from '../programmes.ts';
import { toldText } from '../value-text.ts';

export function serveCalendar(app: App, node: Node): void {
  serve(app, node, declared.readCalendarFeed, async (c) => {
    const since = await calendarFeedSince(node, programmeOf(c).id, caller(c).account.id);
    return c.json(since === undefined ? {} : { since }, 200);
  });
  serve(app, node, declared.makeCalendarFeed, async (c) => {
    const { since, token } = await makeCalendarFeed(node, programmeOf(c).id, caller(c).account.id);
    return c.json({ since, path: `/api/calendar/${token}` }, 200);
  });
  serve(app, node, declared.removeCalendarFeed, async (c) => {
    await removeCalendarFeed(node, programmeOf(c).id, caller(c).account.id);
    return c.json({ done: true as const }, 200);
  });
  serve(app, node, declared.exportCalendar, (c) => calendarFile(node, programmeOf(c), caller(c).account));
  serve(app, node, declared.followCalendar, async (c) => {
    const found = await calendarBehind(node, c.req.valid('param').token);
    if (found === undefined) throw new Refusal('request.not-found');
    return calendarFile(node, found.programme, found.account);
  });
}

/** What is planned, in the language of an account and as far as it may see it. */
async function calendarFile(node: Node, programme: KnownProgramme, account: Account): Promise<Response> {
  const language: Language = isLanguage(account.language ?? '') ? (account.language as Language) : 'en';
  const sight = isCleared(account) ? 'restricted' : 'parties';
  const rows = calendarOf({ register: await programme.register(), day: programme.today(), sight });
  const entries = rows
    .filter(({ standing }) => standing !== 'onRecord')
    .map(
      ({ first, from, last, place, standing, state, subject, title, to }): CalendarEntry => ({
        id: `${subject}@${programme.id.slice(0, 16)}`,
        title: toldText(title, language),
        first,
        last,
        place,
        // Known to the month only: the days are those between which it may fall.
        note: from.length < 10 ? [...new Set([from, to ?? from])].join(' – ') : undefined,
        status:
          state === 'cancelled' || state === 'replaced'
            ? 'CANCELLED'
            : standing === 'inForce'
              ? 'CONFIRMED'
              : 'TENTATIVE',
      }),
    );
  const name = toldText(programme.names, language);
  const headers = {
    'content-type': 'text/calendar; charset=utf-8',
    'content-disposition': 'attachment; filename="counterpart.ics"',
    'cache-control': 'private, no-store',
  };
  return new Response(icalendarOf(name, entries, node.time()), { headers });
}
