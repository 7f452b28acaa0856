import { afterEach, expect, test } from 'vitest';
import type { Desk } from '../api/desk.ts';
import type { SubjectPage } from '../api/statements.ts';
import type { Comment } from '../api/texts.ts';
import { foundedPair, Opened, signInAs } from './world.fixture.ts';

const opened = new Opened();
afterEach(() => opened.closeAll());

const subject = 'visit.a';

async function world() {
  const { id, vn } = await foundedPair(opened);
  const p = `/api/programmes/${id}`;
  const desk = await signInAs(vn, 'desk');
  const implementer = await signInAs(vn, 'implementer');
  const comment = (text: string, shared = false) =>
    desk.ask<Comment>('POST', `${p}/comments`, { subject, text: { en: text }, shared });
  const mentions = async (who: typeof desk) => (await who.ask<Desk>('GET', `${p}/desk`)).body.mentions;
  const read = async (who: typeof desk) =>
    (await who.ask<SubjectPage>('GET', `${p}/subjects/${subject}`)).body.comments;
  return { p, desk, implementer, comment, mentions, read };
}

test('a private comment calls whoever it names, however that is written, and is read by those it is for', async () => {
  const { comment, desk, implementer, mentions, read } = await world();
  await comment('for the desk: keep it');
  await comment('not for @implementers, not for implementer, not for @implementer2');
  const { body } = await comment('see the map, @Implementer.');
  expect(body.shared).toBe(false);
  expect((await mentions(implementer)).map((card) => card.title['en'])).toEqual([
    'see the map, @Implementer.',
  ]);
  expect((await mentions(implementer))[0]?.writer?.name).toBe('desk');
  expect(await mentions(desk)).toEqual([]);
  // Drafting is not an implementer's: of private comments it reads those that call it.
  expect((await read(implementer)).map(({ text }) => text['en'])).toEqual(['see the map, @Implementer.']);
  expect((await read(desk)).length).toBe(3);
});

test('what one looked at is not called new again; what comes after is', async () => {
  const { comment, implementer, mentions, p } = await world();
  await comment('@implementer one');
  expect((await mentions(implementer)).length).toBe(1);
  await implementer.ask('POST', `${p}/desk/seen`);
  expect(await mentions(implementer)).toEqual([]);
  await comment('@implementer two');
  expect((await mentions(implementer)).map((card) => card.title['en'])).toEqual(['@implementer two']);
});

test('a shared comment that names a colleague is refused, and nothing of it is written', async () => {
  const { comment, desk, p, read } = await world();
  const refused = await comment('@implementer asks', true);
  expect([refused.status, refused.body]).toEqual([
    422,
    expect.objectContaining({ errors: [{ path: 'text', message: 'mention' }] }),
  ]);
  expect(await read(desk)).toEqual([]);
  const { body, status } = await comment('our side asks', true);
  expect(status).toBe(200);
  const back = await desk.ask('POST', `${p}/statements/retract`, {
    kind: 'comment',
    subject,
    facet: body.facet,
    version: body.version,
  });
  expect(back.status).toBe(200);
  expect(await read(desk)).toEqual([]);
});
