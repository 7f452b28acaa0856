import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import type { FieldPage } from '../../src/api/field.ts';
import type { Hash, SubjectId } from '../../src/core/bytes/ids.ts';
import { statementsOn } from '../../src/core/register/accounts.ts';
import { readConfig } from '../../src/node/config.ts';
import { type ServedNode, serveNode } from '../../src/node/http/listen.ts';
import { silentLog } from '../../src/node/log.ts';
import type { Node } from '../../src/node/node.ts';
import { makeStatement } from '../../src/node/statements.ts';
import { Opened, temporaryFolder } from '../../src/node/world.fixture.ts';
import { arrive, expectAccessible, expectState, openBrowser, shot, signIn } from './browser.fixture.ts';
import { type DemoNode, type DemoPair, type DemoPerson, demoPair, demoPerson } from './demo.fixture.ts';
import { jpegSize, withPlace } from './photo.fixture.ts';

/* A border post with a phone: 390 px, touch, and a network that comes and goes. */

const meeting = /Regular meetings of the commanders/;
const dialogue = /Defence policy dialogue/;
const smuggling = /against smuggling/;
const dry = /Joint patrols of the dry season/;

const opened = new Opened();
let browser: Browser;
let pair: DemoPair;
let phone: DemoPerson;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  pair = await demoPair(opened);
  phone = await arrive(opened, browser, pair.vn, 'en', phoneSize, touch);
  ({ page } = phone);
  await signIn(phone, 'post', 'exercise-vn');
  await goTo('');
  // Its own agency's come first; here it looks at all.
  const agency = page.getByLabel('Agency');
  await page.getByRole('link', { name: dry }).waitFor();
  expect(await page.getByRole('link', { name: dialogue }).count()).toBe(0);
  await agency.selectOption('all');
  // From here on the phone has the app, the activities and the plan.
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  const texts = await page.evaluate(async (address) => {
    const { matters } = (await (await fetch(address)).json()) as FieldPage;
    return [...new Set(matters.flatMap((one) => one.text ?? []))];
  }, `/api/programmes/${pair.id}/field`);
  expect(texts).toContain('plan.exercise-2021');
  // Of each text its table first, and then what was reported.
  const wanted = [...texts.map((text) => `/texts/${text}/table?`), '/field', '/reports'];
  await page.waitForFunction(areKept(wanted), undefined, { polling: 100 });
});
afterAll(async () => {
  await opened.closeAll();
  await browser.close();
});
beforeEach(async () => {
  await network(true);
  await goTo('');
});

const phoneSize = { width: 390, height: 844 };
const touch = { hasTouch: true, isMobile: true };
const network = (on: boolean): Promise<void> => page.context().setOffline(!on);
const fieldOf = (at: DemoNode, path: string): string => `${at.url}/p/${pair.id}/field${path}`;

async function goTo(path: string): Promise<void> {
  await page.goto(fieldOf(pair.vn, path));
  await page.getByRole('heading', { level: 1 }).waitFor();
}

/** In the page: the keys of what is kept in one place of its storage. */
const keysIn = (place: string): Promise<string[]> =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open('counterpart-field');
    opening.addEventListener('error', () => reject(new Error('no storage')));
    opening.onsuccess = () => {
      const keys = opening.result.transaction(place).objectStore(place).getAllKeys();
      keys.onsuccess = () => {
        opening.result.close();
        resolve(keys.result.map(String));
      };
    };
  });
/** In the page: whether each of these addresses is kept. */
const areKept = (wanted: readonly string[]): string =>
  `(${keysIn.toString()})('kept').then((all) => ${JSON.stringify(wanted)}.every((part) => all.some((one) => one.includes(part))))`;

/** Opens the form of a line of the plan, from the list. */
async function openForm(activity: RegExp): Promise<void> {
  await page.getByRole('link', { name: activity }).tap();
  await page.getByRole('form', { name: 'Account' }).waitFor();
}
const entryOf = (activity: RegExp) => page.getByRole('article', { name: activity });

const said = async (node: Node, subject: string) =>
  statementsOn(await node.programmes().get(pair.id)!.register(), 'VN' as never, subject as SubjectId);

test('without a network a post reports with photo and signature; with one it is sent, and received by the other side', async () => {
  await expectAccessible(phone, 'my activities');
  await shot(phone, 'field-activities');
  await network(false);
  const kept = await page.reload();
  // What keeps the app names the files of the screen in the page, as the node does.
  expect(await kept?.text()).toMatch(/<link rel="modulepreload" crossorigin href="\/assets\/matters-screen/);
  await page.getByText('No network').waitFor();
  await page.getByRole('link', { name: 'Read the plan in force' }).first().tap();
  await page.getByRole('heading', { name: /2021/ }).first().waitFor();
  await goTo('');

  await openForm(meeting);
  await page.getByRole('radio', { name: 'Carried out', exact: true }).check();
  await page.getByRole('textbox', { name: 'Account' }).fill('EXERCISE: by telephone only');
  const photo = await withPlace(page, 2400, 1800);
  expect(photo.includes('Exif')).toBe(true);
  await page.getByLabel('Photo', { exact: true }).setInputFiles({
    name: 'IMG_secret_place.jpg',
    mimeType: 'image/jpeg',
    buffer: photo,
  });
  await page.getByRole('img', { name: /^photo-/ }).waitFor();
  await page
    .getByLabel('Photo', { exact: true })
    .setInputFiles({ name: 'no-picture.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('EXERCISE') });
  await expectState(phone, 'pictures');
  await drawSignature();
  await page.getByRole('img', { name: /^signature-/ }).waitFor();
  await expectAccessible(phone, 'the form');
  await shot(phone, 'field-form');
  await page.getByRole('button', { name: 'Save and send' }).tap();
  const entry = entryOf(meeting);
  await entry.getByRole('listitem').filter({ hasText: 'Sent' }).getByText('not yet').waitFor();
  await page.reload();
  await entry.getByRole('listitem').filter({ hasText: 'Sent' }).getByText('not yet').waitFor();
  await expectAccessible(phone, 'the outbox');
  await shot(phone, 'field-outbox-offline');

  await network(true);
  const received = entry.getByRole('listitem').filter({ hasText: 'Received by LA' });
  await received.getByText(/\d/).waitFor();
  await shot(phone, 'field-outbox-received');
  const [report] = await said(pair.la.node, 'borderMeeting.commands-2021');
  expect(report?.fields).toMatchObject({ status: 'carriedOut' });
  const files = report?.fields?.['files'] as { hash: Hash; name: string; type: string }[];
  expect(files.map((file) => file.name)).toEqual([
    expect.stringMatching(/^photo-\d{12}-1\.jpg$/),
    expect.stringMatching(/^signature-\d{12}-2\.png$/),
  ]);
  const sent = await bytesOf(pair.vn.node, files[0]!.hash);
  expect(sent.includes('Exif')).toBe(false);
  expect(jpegSize(sent)).toEqual({ width: 1600, height: 1200 });
});

test('a session that ended and a report that a colleague changed meanwhile: nothing is lost, both are shown', async () => {
  await network(false);
  await openForm(dialogue);
  await page.getByRole('radio', { name: 'Partly carried out' }).check();
  await page.getByRole('button', { name: 'Save and send' }).tap();
  const entry = entryOf(dialogue);
  await entry.getByText('Saved here').waitFor();

  const subject = 'dialogue.defence-policy-2021';
  const [before] = await said(pair.vn.node, subject);
  const programme = pair.vn.node.programmes().get(pair.id)!;
  const changed = { kind: 'report', subject, fields: { status: 'dropped' }, version: before?.seq ?? 0 };
  await makeStatement(programme, changed);
  const account = await pair.vn.node.store.workspace.accountNamed('post');
  await pair.vn.node.store.workspace.write([{ op: 'deleteSessionsOf', account: account?.id ?? '' }]);
  await network(true);
  await page.getByText('1 report waits on this device').waitFor();
  await signIn(phone, 'post', 'exercise-vn');
  await entry.getByText('Our side reported something else meanwhile').waitFor();
  for (const value of ['Partly carried out', 'Dropped'])
    await entry.getByText(value, { exact: true }).waitFor();
  await expectAccessible(phone, 'changed meanwhile');
  await shot(phone, 'field-changed');
  await entry.getByRole('button', { name: 'Send mine in its place' }).tap();
  await entry.getByRole('listitem').filter({ hasText: 'Received by LA' }).getByText(/\d/).waitFor();
  expect((await said(pair.vn.node, subject)).slice(0, 2).map((one) => one.fields?.['status'])).toEqual([
    'partly',
    'dropped',
  ]);
});

test('when the device is full it says so before anything is written; in Lao and in the dark too', async () => {
  const full = await arrive(opened, browser, pair.la, 'lo', phoneSize, { ...touch, colorScheme: 'dark' });
  const devtools = await full.page.context().newCDPSession(full.page);
  const origin = new URL(pair.la.url).origin;
  // Before anything is kept: what is left is asked once, then reckoned.
  await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 3_000_000 });
  await signIn(full, 'post', 'exercise-la');
  await full.page.goto(fieldOf(pair.la, ''));
  const matters = full.page.locator('a[href*="/field/on/"]');
  await matters.first().waitFor();
  await expectAccessible(full, 'my activities in Lao, dark');
  await shot(full, 'field-lo-dark');
  await matters.first().tap();
  const form = full.page.getByRole('form');
  await form.getByRole('radio').nth(3).check();
  const photo = { name: 'a.jpg', mimeType: 'image/jpeg', buffer: await withPlace(full.page, 1600, 1600) };
  const other = { ...photo, buffer: await withPlace(full.page, 1600, 1500) };
  await form.locator('input[type=file]').setInputFiles([photo, other]);
  await form.getByRole('img').nth(1).waitFor();
  await form.getByRole('button').last().tap();
  await form.getByRole('alert').waitFor();
  await expectState(full, 'field-form:full');
  await shot(full, 'field-lo-dark-full');
  expect(await form.getByRole('radio').nth(3).isChecked()).toBe(true);
  for (const photos of [2, 1]) {
    await form.locator('li button').first().tap();
    await expect.poll(() => form.getByRole('img').count()).toBe(photos - 1);
  }
  await form.getByRole('button').last().tap();
  const entry = full.page.getByRole('article');
  await entry.getByRole('listitem').nth(2).getByText(/\d/).waitFor();
  expect(await entry.count()).toBe(1);
});

test('when no network comes the outbox travels as a file, and the desk states it for its author', async () => {
  await network(false);
  await openForm(dry);
  await page.getByRole('radio', { name: 'Carried out', exact: true }).check();
  await page.getByRole('button', { name: 'Save and send' }).tap();
  await entryOf(dry).getByText('Saved here').waitFor();
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as a file' }).tap();
  const file = await (await coming).path();
  expect(readFileSync(file).includes('carriedOut')).toBe(false);

  const desk = await demoPerson(opened, browser, pair, 'vn', 'desk');
  await desk.page.goto(fieldOf(pair.vn, '/take'));
  await desk.page.getByLabel('The file from the post').setInputFiles(file);
  const report = desk.page.getByRole('article', { name: dry });
  await report.getByText('Would be stated for our side').waitFor();
  await expectAccessible(desk, 'an outbox file');
  await shot(desk, 'field-take');
  await desk.page.getByRole('button', { name: 'Send 1 report for post' }).click();
  await report.getByText('Stated', { exact: true }).waitFor();

  await network(true);
  await entryOf(dry).getByText('carried to our node by desk').waitFor();
  const all = await said(pair.vn.node, 'patrol.dry-season-2021');
  expect(all.filter((one) => one.kind === 'report')).toHaveLength(2);
});

test('a hand-over with the receiver’s signature, two tabs: both show it, it is sent once', async () => {
  const other = await page.context().newPage();
  await other.goto(fieldOf(pair.vn, '/outbox'));
  await other.getByRole('heading', { level: 1 }).waitFor();
  // A finger in a page that is not in front waits a second for each of its moves.
  await page.bringToFront();
  await network(false);
  await page.getByRole('link', { name: /^gạo/ }).tap();
  await page.getByRole('form', { name: 'Delivery' }).waitFor();
  expect(await page.getByRole('radio', { name: 'Handed over' }).isChecked()).toBe(true);
  await drawSignature();
  await page.getByRole('img', { name: /^signature-/ }).waitFor();
  await shot(phone, 'field-hand-over');
  await page.getByRole('button', { name: 'Save and send' }).tap();
  const [here, there] = [page, other].map((tab) => tab.getByRole('article', { name: /gạo/ }));
  await there!.getByText('Saved here').waitFor();
  await network(true);
  for (const entry of [here!, there!])
    await entry.getByRole('listitem').filter({ hasText: 'Received by LA' }).getByText(/\d/).waitFor();
  await other.close();
  const all = await said(pair.la.node, 'delivery.exercise-rice');
  const handed = all.filter((one) => one.facet === 'handedover');
  expect(handed).toHaveLength(1);
  expect(handed[0]?.fields?.['files']).toMatchObject([{ type: 'image/png' }]);
});

test('a newer app waits until one takes it, and a form that was begun comes back', async () => {
  const dir = temporaryFolder(opened);
  const web = temporaryFolder(opened);
  cpSync(join(inject('demoFolder'), 'VN'), dir, { recursive: true });
  cpSync(join(import.meta.dirname, '../../dist/web'), web, { recursive: true });
  const serve = (port: number): Promise<ServedNode> =>
    serveNode(readConfig({ dir, web, port: String(port) }, {}), silentLog);
  const before = await serve(0);
  const person = await arrive(opened, browser, before, 'en', phoneSize, touch);
  await signIn(person, 'post', 'exercise-vn');
  await person.page.goto(`${before.url}/p/${pair.id}/field`);
  await person.page.getByRole('link', { name: meeting }).tap();
  const words = person.page.getByRole('textbox', { name: 'Account' });
  await words.fill('EXERCISE: half a sentence');
  await person.page.waitForFunction(`(${keysIn.toString()})('drafts').then((all) => all.length > 0)`);
  await person.page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await before.stop();
  const script = join(web, 'service-worker.js');
  writeFileSync(script, readFileSync(script, 'utf8').replace(/(version\\":\\")\w{4}/, '$1next'));
  for (const packed of ['.gz', '.br']) rmSync(script + packed);
  const after = await serve(before.port);
  opened.add(() => after.stop());
  await person.page.evaluate(async () => {
    await (await navigator.serviceWorker.getRegistration())?.update();
  });
  await person.page.getByRole('button', { name: 'Load it' }).tap();
  await person.page.getByText('Your form is as you left it.').waitFor();
  await expect.poll(() => words.inputValue()).toBe('EXERCISE: half a sentence');
  const versions = await person.page.evaluate(() => caches.keys());
  expect(versions).toContainEqual(expect.stringMatching(/^counterpart-app-next/));
});

test('signing out clears the phone, but for what is not sent', async () => {
  await network(false);
  await openForm(smuggling);
  await page.getByRole('button', { name: 'Save and send' }).tap();
  await expectState(phone, 'field-form:refused');
  await page.getByRole('radio', { name: 'Under way' }).check();
  await page.getByRole('button', { name: 'Save and send' }).tap();
  await entryOf(smuggling).getByText('Saved here').waitFor();
  // What seals a file for our node alone was never kept here: it says so.
  await page.evaluate(
    () =>
      new Promise((done, failed) => {
        const opening = indexedDB.open('counterpart-field');
        opening.addEventListener('error', failed);
        opening.onsuccess = () => {
          const clearing = opening.result.transaction('seals', 'readwrite').objectStore('seals').clear();
          clearing.onsuccess = done;
        };
      }),
  );
  await page.getByRole('button', { name: 'Save as a file' }).tap();
  await expectState(phone, 'outbox-screen');
  await page.getByRole('button', { name: 'Sign out' }).tap();
  await expectState(phone, 'bar');
  await page.getByRole('button', { name: 'Sign out, keep them here' }).tap();
  await page.locator('#user').waitFor();
  expect(await page.evaluate(keysIn, 'kept')).toEqual([]);
  await network(true);
  await signIn(phone, 'post', 'exercise-vn');
  await goTo('/outbox');
  await entryOf(smuggling)
    .getByRole('listitem')
    .filter({ hasText: 'Received by LA' })
    .getByText(/\d/)
    .waitFor();
});

async function drawSignature(): Promise<void> {
  await page.getByRole('button', { name: 'Signature on the screen' }).tap();
  const paper = page.getByRole('dialog').locator('canvas');
  const box = await paper.boundingBox();
  if (!box) throw new Error('there is a paper to sign on');
  await page.mouse.move(box.x + 40, box.y + 60);
  await page.mouse.down();
  await page.mouse.move(box.x + 120, box.y + 100, { steps: 4 });
  await page.mouse.move(box.x + 220, box.y + 40, { steps: 4 });
  await page.mouse.up();
  await expectState(phone, 'signature-pad');
  await page.getByRole('button', { name: 'Attach' }).tap();
}

async function bytesOf(node: Node, hash: Hash): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of await node.store.readAttachment(hash)) chunks.push(chunk);
  return Buffer.concat(chunks);
}
