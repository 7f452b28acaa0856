import { randomBytes } from 'node:crypto';
import { connect as connectPlain, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';

/* A few lines of SMTP (RFC 5321) over TLS: enough to hand one message to our own mail server. */

export interface SmtpServer {
  readonly host: string;
  readonly port: number;
  /** `tls` from the first byte; `starttls`: asked for, and nothing goes on without it (RFC 3207, 8314). */
  readonly security: 'tls' | 'starttls';
  readonly user?: string;
  readonly password?: string;
  /** Authorities to trust instead of the usual ones, in PEM. */
  readonly ca?: string;
}

export interface Message {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** What went wrong, without a word of the message or an address. */
export class SmtpError extends Error {
  override readonly name = 'SmtpError';
}

const timeoutMs = 20_000;
/** Most bytes of one answer of the server. */
const answerBytesMax = 16 * 1024;
const address = /^[^\s<>@,;:"\\()[\]]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,188}[A-Za-z0-9])?$/;

/** Whether a text is an address that a message may be sent to. */
export const isMailAddress = (text: string): boolean => address.test(text);

/** Hands a message to a server; resolves when the server has taken it. @throws SmtpError */
export async function sendMail(server: SmtpServer, message: Message, now: number): Promise<void> {
  if (!isMailAddress(message.from) || !isMailAddress(message.to)) throw new SmtpError('an address is none');
  const { ca, host, port, security } = server;
  const trust = { host, servername: host, ...(ca === undefined ? {} : { ca }) };
  let talk = await Talk.over(
    security === 'tls' ? connectTls({ ...trust, port }) : connectPlain({ host, port }),
    security === 'tls' ? 'secureConnect' : 'connect',
  );
  try {
    await talk.hear(220);
    let offers = await talk.say(`EHLO ${us}`, 250);
    if (security === 'starttls') {
      if (!/^STARTTLS$/im.test(offers)) throw new SmtpError('the server offers no STARTTLS');
      await talk.say('STARTTLS', 220);
      talk = await Talk.over(connectTls({ ...trust, socket: talk.release() }), 'secureConnect');
      offers = await talk.say(`EHLO ${us}`, 250);
    }
    if (server.user !== undefined) {
      const plain = Buffer.from(`\0${server.user}\0${server.password ?? ''}`).toString('base64');
      await talk.say(`AUTH PLAIN ${plain}`, 235, 'AUTH');
    }
    await talk.say(`MAIL FROM:<${message.from}>`, 250, 'MAIL');
    await talk.say(`RCPT TO:<${message.to}>`, 250, 'RCPT');
    await talk.say('DATA', 354);
    await talk.say(`${written(message, now)}\r\n.`, 250, 'the message');
    await talk.say('QUIT', 221).catch(() => '');
  } finally {
    talk.end();
  }
}

/** Our own name matters to nobody here, and tells nobody where we stand. */
const us = '[127.0.0.1]';

class Talk {
  readonly #socket: Socket;
  #heard = '';
  #failed: Error | undefined;
  #wake: () => void = () => {};

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.setTimeout(timeoutMs, () => this.#fail(new SmtpError('the server does not answer')));
    socket.on('data', this.#take);
    socket.on('error', this.#fail);
    socket.on('close', () => this.#fail(new SmtpError('the server hung up')));
  }

  /** @param ready the event by which the socket says that it may be used: with TLS, that the server is who it says */
  static over(socket: Socket, ready: 'connect' | 'secureConnect'): Promise<Talk> {
    return new Promise((resolve, reject) => {
      const talk = new Talk(socket);
      socket.once(ready, () => resolve(talk));
      talk.#wake = () => reject(new SmtpError(`no connection: ${codeOf(talk.#failed)}`));
    });
  }

  readonly #take = (chunk: Buffer): void => {
    this.#heard += chunk.toString('latin1');
    if (this.#heard.length > answerBytesMax) this.#fail(new SmtpError('the server says too much'));
    this.#wake();
  };

  readonly #fail = (error: Error): void => {
    this.#failed ??= error;
    this.#wake();
  };

  async say(line: string, expected: number, shown = line): Promise<string> {
    this.#socket.write(`${line}\r\n`);
    return this.hear(expected, shown);
  }

  /** An answer of one or several lines, without its numbers. @throws SmtpError for another number */
  async hear(expected: number, to = 'the connection'): Promise<string> {
    for (;;) {
      const end = /^(\d{3})(?: .*)?\r?\n/m.exec(this.#heard);
      if (end) {
        const answer = this.#heard.slice(0, end.index + end[0].length);
        this.#heard = this.#heard.slice(answer.length);
        if (Number(end[1]) !== expected) throw new SmtpError(`the server answers ${end[1] ?? ''} to ${to}`);
        return answer.replace(/^\d{3}[- ]?/gm, '').replaceAll('\r', '');
      }
      if (this.#failed) throw new SmtpError(`the connection broke: ${codeOf(this.#failed)}`);
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  /** Gives the socket away, for TLS to go on over it; what came before is not believed. */
  release(): Socket {
    this.#socket.removeAllListeners();
    this.#socket.setTimeout(0);
    return this.#socket;
  }

  end(): void {
    this.#socket.removeListener('error', this.#fail);
    this.#socket.on('error', () => {});
    this.#socket.destroy();
  }
}

/** A code such as ECONNREFUSED where there is one: it names no address. */
const codeOf = (error: Error | undefined): string => {
  const code: unknown = error !== undefined && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : (error?.message ?? 'unknown');
};

/** A message as it goes over the wire: words in base64, so no line begins with a dot and none is too long. */
function written({ from, subject, text, to }: Message, now: number): string {
  const body = Buffer.from(text, 'utf8')
    .toString('base64')
    .replace(/.{1,76}/g, '$&\r\n');
  return [
    `From: <${from}>`,
    `To: <${to}>`,
    `Subject: ${encodedWords(subject)}`,
    `Date: ${new Date(now).toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <${randomBytes(16).toString('hex')}@${from.split('@')[1] ?? ''}>`,
    'Auto-Submitted: auto-generated',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    body.trimEnd(),
  ].join('\r\n');
}

/** RFC 2047, cut between characters: an encoded word has at most 75. */
function encodedWords(text: string): string {
  const words: string[] = [];
  let part = '';
  for (const character of text) {
    if (Buffer.byteLength(part + character) > 42) {
      words.push(part);
      part = '';
    }
    part += character;
  }
  return [...words, part].map((word) => `=?UTF-8?B?${Buffer.from(word).toString('base64')}?=`).join('\r\n ');
}
