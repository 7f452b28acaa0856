import { cpSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { inject } from 'vitest';
import { type ServedDemo, serveDemo } from '../../src/cli/demo.ts';
import type { ProgrammeId } from '../../src/core/bytes/ids.ts';
import { silentLog } from '../../src/node/log.ts';
import type { Node } from '../../src/node/node.ts';
import { type Opened, temporaryFolder } from '../../src/node/world.fixture.ts';
import { arrive, type Person, signIn } from './browser.fixture.ts';

/*
 * The demo as `npm run demo` serves it: two nodes in folders of their own, each on its ports, exchanging over HTTPS.
 * A journey that changes what others start from takes a demo of its own.
 */

export interface DemoNode {
  readonly node: Node;
  /** Of the app. */
  readonly url: string;
  readonly dir: string;
}
export interface DemoPair {
  readonly vn: DemoNode;
  readonly la: DemoNode;
  /** Of the programme. */
  readonly id: ProgrammeId;
  readonly stop: ServedDemo['stop'];
}
export type DemoPerson = Person<DemoNode>;

/** A copy of the demo, served. */
export async function demoPair(opened: Opened): Promise<DemoPair> {
  const dir = temporaryFolder(opened);
  cpSync(inject('demoFolder'), dir, { recursive: true });
  const served = await serveDemo(dir, 0, silentLog);
  opened.add(() => served.stop());
  const at = (party: 'VN' | 'LA'): DemoNode => {
    const { appUrl, node } = served.nodes[party];
    return { node, url: appUrl, dir: `${dir}/${party}` };
  };
  const [id] = served.nodes.VN.node.programmes().keys();
  if (id === undefined) throw new Error('the demo has a programme');
  return { vn: at('VN'), la: at('LA'), id, stop: served.stop };
}

/** Somebody signed in at a demo node with one of its accounts: `desk`, `chief`, `minister`, `post`, `leader`, … */
export async function demoPerson(
  opened: Opened,
  browser: Browser,
  pair: DemoPair,
  party: 'vn' | 'la',
  account: string,
  language: 'vi' | 'lo' | 'fr' | 'en' = 'en',
): Promise<DemoPerson> {
  const person = await arrive(opened, browser, pair[party], language);
  await signIn(person, account, `exercise-${party}`);
  return person;
}
