import { request } from 'node:https';
import { afterEach, expect, test } from 'vitest';
import type { ExchangePage } from '../../api/exchange.ts';
import { keyIdOf } from '../../core/bytes/ed25519.ts';
import type { PartyCode } from '../../core/bytes/ids.ts';
import { rawPublicKey } from '../../store/node-crypto.ts';
import { keepBytes } from '../contents.ts';
import { notePeer } from '../exchange-state.ts';
import { newKey } from '../keys.ts';
import type { Programme } from '../programme.ts';
import { makeStatement } from '../statements.ts';
import { foundedPair, Opened, signInAs, type TestNode } from '../world.fixture.ts';
import { answererOf } from './answer.ts';
import { anchorOf, makeCredentials } from './certificate.ts';
import { exchangeWith } from './exchange.ts';
import { headsOf } from './heads.ts';
import { type Listener, listenForPartners } from './listener.ts';
import type { Peer } from './peer.ts';
import { serverNameOf } from './server-name.ts';
import { Sync } from './sync.ts';

const opened = new Opened();
afterEach(() => opened.closeAll());

const [VN, LA] = ['VN' as PartyCode, 'LA' as PartyCode];

function programmeOf(test: TestNode): Programme {
  const [programme] = test.node.programmes().values();
  if (programme === undefined) throw new Error('no programme');
  return programme;
}

const comment = (programme: Programme, text: string) =>
  makeStatement(programme, {
    kind: 'comment',
    subject: 'visit.a',
    facet: text,
    fields: { wording: { en: text } },
    version: 0,
  });

/** Patient: a machine that does other things meanwhile answers later. */
async function listening(
  test: TestNode,
  limits = { headersMs: 20_000, requestMs: 20_000 },
): Promise<Listener> {
  const listener = await listenForPartners(test.node, '127.0.0.1', 0, limits);
  opened.add(() => listener.close());
  return listener;
}

async function heads(programme: Programme): Promise<string[]> {
  return (await headsOf(programme)).map((head) => `${head.party} ${head.seq} ${head.hash}`).sort();
}

test('X7 X8 two nodes exchange over HTTPS, both ways, and hold the same', async () => {
  const { la, vn } = await foundedPair(opened);
  const listener = await listening(la);
  await notePeer(vn.node, programmeOf(vn), LA, { url: `https://127.0.0.1:${listener.port}` });
  const sync = new Sync(vn.node, { soonMs: 100_000, firstRetryMs: 100_000, chance: () => 1 });
  opened.add(() => sync.stop());
  const file = new TextEncoder().encode('a photo of the gate');
  const hash = vn.node.crypto.sha256(file);
  await keepBytes(vn.node.store, hash, file);
  const secret = new TextEncoder().encode('a private file');
  await keepBytes(vn.node.store, vn.node.crypto.sha256(secret), secret);
  await makeStatement(programmeOf(vn), {
    kind: 'report',
    subject: 'visit.a',
    fields: { status: 'done', files: [{ hash, name: 'gate.jpg', size: file.length, type: 'image/jpeg' }] },
    version: 0,
  }).catch(async () =>
    makeStatement(programmeOf(vn), {
      kind: 'report',
      subject: 'visit.a',
      fields: {
        status: 'carriedOut',
        files: [{ hash, name: 'gate.jpg', size: file.length, type: 'image/jpeg' }],
      },
      version: 0,
    }),
  );
  await comment(programmeOf(la), 'hello');
  expect(await sync.now(programmeOf(vn), LA)).toMatchObject({ sent: 2, received: 2, files: 1 });
  expect(await heads(programmeOf(vn))).toEqual(await heads(programmeOf(la)));
  expect(await la.node.store.hasAttachment(hash)).toBe(true);
  expect(await la.node.store.hasAttachment(vn.node.crypto.sha256(secret))).toBe(false);
  expect(await sync.now(programmeOf(vn), LA)).toEqual({ sent: 0, received: 0, files: 0 });
  const receipts = await vn.node.store.receipts(programmeOf(vn).id);
  expect(receipts.filter((one) => one.signer === LA && one.party === VN)[0]?.seq).toBe(
    (await programmeOf(vn).ownHead())?.seq,
  );
});

test('X5 a file that one node gives while the other fetches it comes once, and neither exchange fails', async () => {
  const { la, vn } = await foundedPair(opened);
  const file = new Uint8Array(3_000_000).fill(7);
  const hash = vn.node.crypto.sha256(file);
  await keepBytes(vn.node.store, hash, file);
  const files = [{ hash, name: 'gate.jpg', size: file.length, type: 'image/jpeg' }];
  await makeStatement(programmeOf(vn), {
    kind: 'report',
    subject: 'visit.a',
    fields: { status: 'carriedOut', files },
    version: 0,
  });
  await exchangeWith(programmeOf(vn), LA, { ...answererOf(programmeOf(la), VN), lacks: async () => [] });
  expect(await la.node.store.hasAttachment(hash)).toBe(false);
  await Promise.all([
    exchangeWith(programmeOf(vn), LA, answererOf(programmeOf(la), VN)),
    exchangeWith(programmeOf(la), VN, answererOf(programmeOf(vn), LA)),
  ]);
  expect(await la.node.store.attachmentSize(hash)).toBe(file.length);
});

test('X6 the exchange page says when a partner confirmed what it holds, not when we last met', async () => {
  const { la, vn } = await foundedPair(opened);
  const meet = () => exchangeWith(programmeOf(vn), LA, answererOf(programmeOf(la), VN));
  const desk = await signInAs(vn, 'desk');
  const held = async () => {
    const page = await desk.ask<ExchangePage>('GET', `/api/programmes/${programmeOf(vn).id}/exchange`);
    return page.body.partners[0]?.theyHold;
  };
  expect(await held()).toEqual({ seq: 0 });
  await meet();
  const first = await held();
  expect(first).toMatchObject({ seq: 1, at: vn.node.time() });
  vn.clock.now += 3_600_000;
  await meet();
  expect(await held()).toEqual(first);
  await comment(programmeOf(vn), 'later');
  await meet();
  expect(await held()).toMatchObject({ seq: 2, at: vn.node.time() });
});

test('X7 a stranger does not come through the handshake, and a partner cannot speak for another', async () => {
  const { la, vn } = await foundedPair(opened);
  const listener = await listening(la);
  const key = vn.node.keys().exchange;
  const id = keyIdOf(rawPublicKey(key), vn.node.crypto);
  const laKey = rawPublicKey(la.node.keys().exchange);
  const laId = keyIdOf(laKey, la.node.crypto);
  const stranger = newKey();
  const call = async (issuer: typeof key, name: typeof id, path = `/1/${programmeOf(la).id}/lacks`) => {
    const ca = await anchorOf(laId, laKey, key);
    const credentials = await makeCredentials(issuer, name);
    return new Promise<number | string>((resolve) => {
      request(
        {
          host: '127.0.0.1',
          port: listener.port,
          path,
          servername: serverNameOf(laId),
          ca,
          ...credentials,
          agent: false,
        },
        (response) => {
          response.resume();
          resolve(response.statusCode ?? 0);
        },
      )
        .on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'error'))
        .end();
    });
  };
  expect(await call(key, id)).toBe(200);
  expect(await call(stranger, id)).toBe('ECONNRESET');
  expect(await call(key, laId)).toBe('ECONNRESET');
  expect(await call(key, id, `/1/${'0'.repeat(64)}/lacks`)).toBe(404);
});

/** A peer that breaks off after so many calls. */
function breaking(peer: Peer, calls: number): Peer {
  let left = calls;
  return new Proxy(peer, {
    get: (target, name) => {
      const work: unknown = Reflect.get(target, name);
      if (typeof work !== 'function') return work;
      return (...args: unknown[]): unknown => {
        left -= 1;
        if (left < 0) throw new Error('broken off');
        return Reflect.apply(work, target, args);
      };
    },
  });
}

test('X8 an exchange broken off anywhere goes on from the heads', async () => {
  const { la, vn } = await foundedPair(opened);
  for (let calls = 0; calls < 8; calls += 1) {
    await comment(programmeOf(vn), `vn ${calls}`.replace(' ', ''));
    await comment(programmeOf(la), `la ${calls}`.replace(' ', ''));
    const peer = answererOf(programmeOf(la), VN);
    await exchangeWith(programmeOf(vn), LA, breaking(peer, calls)).catch(() => {});
  }
  await exchangeWith(programmeOf(vn), LA, answererOf(programmeOf(la), VN));
  expect(await heads(programmeOf(vn))).toEqual(await heads(programmeOf(la)));
});

test('X5 a file that broke off goes on from its offset, and only what the register names is given', async () => {
  const { la, vn } = await foundedPair(opened);
  const file = new Uint8Array(300_000).map((_, at) => at % 251);
  const hash = vn.node.crypto.sha256(file);
  await keepBytes(vn.node.store, hash, file);
  const peer = answererOf(programmeOf(vn), LA);
  expect(await peer.fileSize(hash)).toBeUndefined();
  await expect(peer.file(hash, 0)).rejects.toThrow();
  await makeStatement(programmeOf(vn), {
    kind: 'report',
    subject: 'visit.a',
    fields: { status: 'carriedOut', files: [{ hash, name: 'a.bin', size: file.length, type: 'x/y' }] },
    version: 0,
  });
  const offsets: number[] = [];
  const cut: Peer = {
    ...peer,
    file: async (wanted, offset) => {
      offsets.push(offset);
      async function* chunks() {
        yield file.slice(offset, offset + 100_000);
        if (offsets.length < 3) throw new Error('cable pulled');
        yield file.slice(offset + 100_000);
      }
      expect(wanted).toBe(hash);
      return chunks();
    },
  };
  for (let attempt = 0; attempt < 2; attempt += 1)
    await expect(exchangeWith(programmeOf(la), VN, cut)).rejects.toThrow('cable pulled');
  await exchangeWith(programmeOf(la), VN, cut);
  expect(offsets).toEqual([0, 100_000, 200_000]);
  expect(await la.node.store.attachmentSize(hash)).toBe(300_000);
});

test('X7 slow headers are cut off', async () => {
  const { la, vn } = await foundedPair(opened);
  const listener = await listening(la, { headersMs: 400, requestMs: 2_000 });
  const key = vn.node.keys().exchange;
  const laKey = rawPublicKey(la.node.keys().exchange);
  const laId = keyIdOf(laKey, la.node.crypto);
  const options = {
    host: '127.0.0.1',
    port: listener.port,
    servername: serverNameOf(laId),
    ca: await anchorOf(laId, laKey, key),
    ...(await makeCredentials(key, keyIdOf(rawPublicKey(key), vn.node.crypto))),
  };
  const { connect } = await import('node:tls');
  const answer = await new Promise<string>((resolve) => {
    let text = '';
    const socket = connect(options, () => socket.write('POST /1/x HTTP/1.1\r\nHost: a\r\nX-'));
    socket
      .on('data', (chunk: Buffer) => (text += chunk.toString()))
      .on('close', () => resolve(text))
      .on('error', () => {});
  });
  expect(answer).toContain('408');
});
