import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { createServer as createTlsServer, TLSSocket } from 'node:tls';
import * as x509 from '@peculiar/x509';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { foundedPair, Opened, reopen, signInAs, type TestNode, temporaryFolder } from '../world.fixture.ts';
import { startNotices } from './notices.ts';
import { isMailAddress, type SmtpServer, sendMail } from './smtp.ts';

/* A mail server as small as the client: it listens on a real socket with a real certificate, and keeps what it is told. */

const opened = new Opened();
let cert = '';
let key = '';

interface Listening {
  readonly server: SmtpServer;
  /** Every line that a client said, by connection; `(TLS)` where it began to be secret. */
  readonly heard: string[][];
}

beforeAll(async () => {
  const { crypto } = globalThis;
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const made = await x509.X509CertificateGenerator.createSelfSigned({
    name: 'CN=localhost',
    notBefore: new Date('1970-01-01T00:00:00Z'),
    notAfter: new Date('9999-12-31T23:59:59Z'),
    signingAlgorithm: algorithm,
    keys,
    extensions: [new x509.SubjectAlternativeNameExtension([{ type: 'dns', value: 'localhost' }])],
  });
  cert = made.toString('pem');
  const bytes = Buffer.from(await crypto.subtle.exportKey('pkcs8', keys.privateKey)).toString('base64');
  key = `-----BEGIN PRIVATE KEY-----\n${bytes.replace(/.{64}/g, '$&\n')}\n-----END PRIVATE KEY-----\n`;
});
afterAll(() => opened.closeAll());

async function listen(
  security: 'tls' | 'starttls',
  how: { readonly offers?: string; readonly refuses?: string } = {},
): Promise<Listening> {
  const heard: string[][] = [];
  const serve = (socket: Socket, lines: string[]): void => {
    const say = (line: string): boolean => socket.write(`${line}\r\n`);
    let inData = false;
    let rest = '';
    socket.on('error', () => {});
    socket.on('data', (chunk: Buffer) => {
      rest += chunk.toString();
      for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
        const line = rest.slice(0, end);
        rest = rest.slice(end + 2);
        lines.push(line);
        if (inData) {
          if (line === '.') {
            inData = false;
            say('250 taken');
          }
        } else if (how.refuses !== undefined && line.startsWith(how.refuses)) say('550 no');
        else if (line.startsWith('EHLO'))
          say(`250-localhost\r\n250-AUTH PLAIN\r\n250 ${how.offers ?? 'STARTTLS'}`);
        else if (line === 'STARTTLS') {
          say('220 go on');
          socket.removeAllListeners('data');
          lines.push('(TLS)');
          serve(new TLSSocket(socket, { isServer: true, cert, key }), lines);
        } else if (line.startsWith('AUTH')) say('235 ok');
        else if (line === 'DATA') {
          inData = true;
          say('354 go on');
        } else if (line === 'QUIT') {
          say('221 bye');
          socket.end();
        } else say('250 ok');
      }
    });
  };
  const greet = (socket: Socket): void => {
    const lines: string[] = [];
    heard.push(lines);
    socket.write('220 localhost ready\r\n');
    serve(socket, lines);
  };
  const server = security === 'tls' ? createTlsServer({ cert, key }, greet) : createServer(greet);
  server.on('tlsClientError', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  opened.add(() => new Promise((resolve) => server.close(() => resolve())));
  const { port } = server.address() as AddressInfo;
  return { heard, server: { host: 'localhost', port, security, ca: cert, user: 'node', password: 'secret' } };
}

const message = {
  from: 'node@vn.example',
  to: 'desk@vn.example',
  subject: 'Có việc đang đợi',
  text: '.\nĐợi',
};
const bodyOf = (lines: readonly string[]): string =>
  Buffer.from(lines.slice(lines.indexOf('') + 1, lines.lastIndexOf('.')).join(''), 'base64').toString();

describe('a message', () => {
  test.each(['tls', 'starttls'] as const)(
    'goes over %s, the password and all after it in secret',
    async (security) => {
      const { heard, server } = await listen(security);
      await sendMail(server, message, 0);
      const lines = heard[0] as string[];
      if (security === 'starttls') expect(lines.indexOf('(TLS)')).toBe(2);
      const auth = Buffer.from('\0node\0secret').toString('base64');
      expect(lines).toEqual(
        expect.arrayContaining([
          `AUTH PLAIN ${auth}`,
          'MAIL FROM:<node@vn.example>',
          'RCPT TO:<desk@vn.example>',
        ]),
      );
      expect(bodyOf(lines)).toBe(message.text);
      const subject = /^Subject: =\?UTF-8\?B\?(.*)\?=$/.exec(
        lines.find((one) => one.startsWith('Subject')) ?? '',
      );
      expect(Buffer.from(subject?.[1] ?? '', 'base64').toString()).toBe(message.subject);
    },
  );

  test('is not sent where STARTTLS is not offered, the certificate is not trusted, or the server refuses', async () => {
    const plain = await listen('starttls', { offers: 'SIZE' });
    await expect(sendMail(plain.server, message, 0)).rejects.toThrow('offers no STARTTLS');
    expect(plain.heard.flat().join()).not.toContain('AUTH');
    const { ca: _, ...untrusted } = (await listen('tls')).server;
    await expect(sendMail(untrusted, message, 0)).rejects.toThrow('no connection');
    const refusing = await listen('tls', { refuses: 'RCPT' });
    await expect(sendMail(refusing.server, message, 0)).rejects.toThrow('the server answers 550 to RCPT');
    await expect(sendMail({ ...refusing.server, port: 1 }, message, 0)).rejects.toThrow('no connection');
  });

  test('cannot be given more headers or commands through an address', () => {
    for (const bad of ['a@b\r\nRCPT TO:<x@y>', 'a b@c', '<a@b>', 'a@b,c@d', '@b', 'a@', 'a@-b'])
      expect(isMailAddress(bad)).toBe(false);
    expect(isMailAddress('first.last+tag@mail.mod.example')).toBe(true);
  });
});

describe('an account that gave an address', () => {
  let vn: TestNode;
  let listening: Listening;
  beforeAll(async () => {
    const pair = await foundedPair(opened);
    await pair.vn.node.close();
    listening = await listen('tls');
    const { port } = listening.server;
    const folder = temporaryFolder(opened);
    writeFileSync(join(folder, 'ca.pem'), cert);
    writeFileSync(join(folder, 'password'), 'secret\n');
    vn = await reopen(opened, pair.vn.dir, undefined, {
      'smtp-url': `smtps://node@localhost:${port}`,
      'smtp-password-file': join(folder, 'password'),
      'smtp-ca': join(folder, 'ca.pem'),
      'smtp-from': 'node@vn.example',
      origins: 'https://register.vn.example',
    });
  });

  test('is told that something waits, without what, once, and again only when something else does', async () => {
    const notices = startNotices(vn.node);
    opened.add(() => notices.stop());
    const desk = await signInAs(vn, 'desk');
    expect((await desk.ask('PATCH', '/api/session', { mail: 'no address' })).status).toBe(422);
    const given = await desk.ask('PATCH', '/api/session', { mail: 'desk@vn.example', language: 'vi' });
    expect(given.body).toMatchObject({ mail: 'desk@vn.example', mayMail: true });
    await notices.look();
    expect(listening.heard).toHaveLength(0);

    const [programme] = [...vn.node.programmes().keys()];
    const begin = (suffix: string) =>
      desk.ask('PUT', `/api/programmes/${programme ?? ''}/texts/plan.${suffix}/drafts`, {
        changes: [{ item: `plan.${suffix}`, field: 'title', value: { vi: 'bí mật', lo: 'ລັບ' }, version: 0 }],
      });
    expect((await begin('first')).status).toBe(200);
    await notices.look();
    await notices.look();
    expect(listening.heard).toHaveLength(1);
    const lines = listening.heard[0] as string[];
    expect(bodyOf(lines)).toContain('Có việc đang đợi bạn');
    expect(bodyOf(lines)).toContain('https://register.vn.example');
    expect(`${lines.join('\n')}${bodyOf(lines)}`).not.toMatch(/bí mật|plan\.first/);

    expect((await begin('second')).status).toBe(200);
    await notices.look();
    expect(listening.heard).toHaveLength(1);
    vn.clock.now += 61 * 60_000;
    await notices.look();
    expect(listening.heard).toHaveLength(2);
  });
});
