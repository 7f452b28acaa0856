import 'reflect-metadata';
import { type KeyObject, randomBytes } from 'node:crypto';
import * as x509 from '@peculiar/x509';
import type { KeyId } from '../../core/bytes/ids.ts';
import { publicKeyObject } from '../../store/node-crypto.ts';
import { serverNameOf } from './server-name.ts';

/*
 * Certificates between nodes (X7). A party's exchange key is a certificate authority of its own, called by its key id; it
 * issues a leaf on P-256 for `<key id>.party`. No clock decides: everything is valid from 1970 to 9999. A partner's authority is
 * known by its public key alone, from the founding; so each side writes the anchor that it trusts by itself.
 */

const { crypto } = globalThis;
x509.cryptoProvider.set(crypto);

const notBefore = new Date('1970-01-01T00:00:00Z');
const notAfter = new Date('9999-12-31T23:59:59Z');
const ed25519 = { name: 'Ed25519' };
const p256 = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };

/** What a node presents: its leaf with the key of it, in PEM. */
export interface Credentials {
  readonly cert: string;
  readonly key: string;
}

/** Issues a leaf by our exchange key; a new one at each start, since nobody needs to know it before. */
export async function makeCredentials(exchange: KeyObject, id: KeyId): Promise<Credentials> {
  const leaf = await crypto.subtle.generateKey(p256, true, ['sign', 'verify']);
  const cert = await x509.X509CertificateGenerator.create({
    serialNumber: randomBytes(16).toString('hex'),
    subject: `CN=${serverNameOf(id)}`,
    issuer: `CN=${id}`,
    notBefore,
    notAfter,
    signingAlgorithm: ed25519,
    publicKey: leaf.publicKey,
    signingKey: webKey(exchange, 'sign'),
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension(['1.3.6.1.5.5.7.3.1', '1.3.6.1.5.5.7.3.2']),
      new x509.SubjectAlternativeNameExtension([{ type: 'dns', value: serverNameOf(id) }]),
    ],
  });
  const key = await crypto.subtle.exportKey('pkcs8', leaf.privateKey);
  return { cert: cert.toString('pem'), key: pem('PRIVATE KEY', key) };
}

/**
 * The anchor for a partner: its name and public key as its own authority has them. It may issue leaves and nothing that issues
 * further. An anchor is trusted for its key and its own signature is never looked at, so that we, who lack the partner's
 * private key, fill that place with ours.
 *
 * @param raw the partner's exchange key from the founding, 32 bytes
 */
export async function anchorOf(partner: KeyId, raw: Uint8Array, exchange: KeyObject): Promise<string> {
  const cert = await x509.X509CertificateGenerator.create({
    serialNumber: randomBytes(16).toString('hex'),
    subject: `CN=${partner}`,
    issuer: `CN=${partner}`,
    notBefore,
    notAfter,
    signingAlgorithm: ed25519,
    publicKey: webKey(publicKeyObject(raw), 'verify'),
    signingKey: webKey(exchange, 'sign'),
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign, true),
    ],
  });
  return cert.toString('pem');
}

/** A key as the Web Crypto API holds it, whichever library of types is in force. */
function webKey(key: KeyObject, use: 'sign' | 'verify'): CryptoKey {
  const made: unknown = key.toCryptoKey(ed25519, true, [use]);
  return made as CryptoKey;
}

function pem(label: string, bytes: ArrayBuffer): string {
  const lines = Buffer.from(bytes)
    .toString('base64')
    .replaceAll(/(.{64})/g, '$1\n');
  return `-----BEGIN ${label}-----\n${lines.trimEnd()}\n-----END ${label}-----\n`;
}
