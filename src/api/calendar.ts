import { z } from '@hono/zod-openapi';
import { readers, route } from './route.ts';
import { answers, done, file, inProgramme, takes, time } from './schema.ts';

/** The calendar of a programme under an address that only its owner knows, for a calendar program that cannot sign in. */
export const calendarFeed = z
  .object({
    /** When the address was made; absent when there is none. */
    since: time.optional(),
  })
  .openapi('CalendarFeed');

export const readCalendarFeed = route({
  method: 'get',
  path: '/api/programmes/{programme}/calendar-feed',
  'x-access': readers,
  summary: 'Whether there is an address of one’s own for calendar programs',
  request: { params: inProgramme },
  responses: answers(calendarFeed, 'one’s own address'),
});

export const makeCalendarFeed = route({
  method: 'post',
  path: '/api/programmes/{programme}/calendar-feed',
  'x-access': readers,
  summary: 'Make an address for calendar programs; one that was there before no longer answers',
  request: { params: inProgramme, body: takes(z.object({})) },
  responses: answers(calendarFeed.extend({ path: z.string() }), 'made; the address is told this once'),
});

export const removeCalendarFeed = route({
  method: 'delete',
  path: '/api/programmes/{programme}/calendar-feed',
  'x-access': readers,
  summary: 'Revoke one’s own address',
  request: { params: inProgramme },
  responses: answers(done, 'revoked'),
});

export const exportCalendar = route({
  method: 'get',
  path: '/api/programmes/{programme}/calendar',
  'x-access': readers,
  summary: 'What is planned, as an iCalendar file for one’s own calendar program',
  request: { params: inProgramme },
  responses: {
    200: { description: 'the calendar', content: { 'text/calendar': { schema: file } } },
  },
});

export const followCalendar = route({
  method: 'get',
  path: '/api/calendar/{token}',
  'x-access': 'anyone',
  summary: 'The calendar behind an address, as iCalendar; an address that is unknown or revoked is not found',
  request: { params: z.object({ token: z.string().max(60) }) },
  responses: {
    200: { description: 'the calendar', content: { 'text/calendar': { schema: file } } },
  },
});
