import { type FileHandle, open } from 'node:fs/promises';
import { pipeline, Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import { ImportRefused, membersMax, partBytesMax } from './limits.ts';

/** One file inside a zip, as the central directory lists it; its sizes are claims. */
interface Member {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly at: number;
}

/** A zip that is open for reading its members one after the other. */
export interface Zip {
  readonly names: readonly string[];
  /** The bytes of a member in chunks, counted while they are inflated. @throws ImportRefused */
  chunks(name: string): AsyncIterable<Uint8Array>;
  close(): Promise<void>;
}

const endSignature = 0x06054b50;
const directorySignature = 0x02014b50;
const localSignature = 0x04034b50;
/** The end record with the longest comment there may be. */
const tailMax = 22 + 65_535;

/** Opens a zip (PKWARE APPNOTE, without zip64, encryption or several disks); no part may have more than `most` bytes. @throws ImportRefused */
export async function openZip(path: string, most = partBytesMax): Promise<Zip> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const members = await readDirectory(file, size);
    return {
      names: [...members.keys()],
      chunks: (name) => inflate(file, size, members.get(name), most),
      close: () => file.close(),
    };
  } catch (error) {
    await file.close();
    throw error;
  }
}

async function readDirectory(file: FileHandle, size: number): Promise<ReadonlyMap<string, Member>> {
  const tail = await read(file, Math.max(0, size - tailMax), Math.min(size, tailMax));
  let end = tail.length - 22;
  while (end >= 0 && tail.readUInt32LE(end) !== endSignature) end -= 1;
  if (end < 0) throw refused('it is not a zip');
  const [count, length, start] = [
    tail.readUInt16LE(end + 10),
    tail.readUInt32LE(end + 12),
    tail.readUInt32LE(end + 16),
  ];
  if (count > membersMax) throw new ImportRefused('import.large', `more than ${membersMax} parts`);
  if (start + length > size) throw refused('its directory lies outside of it');
  const directory = await read(file, start, length);
  const members = new Map<string, Member>();
  for (let at = 0; at < directory.length; ) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== directorySignature)
      throw refused('its directory is damaged');
    const [nameLength, extra, comment] = [
      directory.readUInt16LE(at + 28),
      directory.readUInt16LE(at + 30),
      directory.readUInt16LE(at + 32),
    ];
    const name = directory.toString('utf8', at + 46, at + 46 + nameLength);
    if ((directory.readUInt16LE(at + 8) & 1) === 1) throw refused('it is encrypted');
    if (members.has(name)) throw refused('a part is there twice');
    members.set(name, {
      name,
      method: directory.readUInt16LE(at + 10),
      packed: directory.readUInt32LE(at + 20),
      at: directory.readUInt32LE(at + 42),
    });
    if (members.size > membersMax) throw new ImportRefused('import.large', `more than ${membersMax} parts`);
    at += 46 + nameLength + extra + comment;
  }
  return members;
}

async function* inflate(
  file: FileHandle,
  size: number,
  member: Member | undefined,
  most: number,
): AsyncIterable<Uint8Array> {
  if (member === undefined) throw refused('a part is missing');
  const head = await read(file, member.at, 30);
  if (head.length < 30 || head.readUInt32LE(0) !== localSignature) throw refused('a part is damaged');
  const start = member.at + 30 + head.readUInt16LE(26) + head.readUInt16LE(28);
  if (start + member.packed > size) throw refused('a part lies outside of it');
  let counted = 0;
  try {
    for await (const chunk of unpacked(member, piecesOf(file, start, member.packed))) {
      counted += chunk.length;
      if (counted > most) throw new ImportRefused('import.large', `a part has more than ${most} bytes`);
      yield chunk;
    }
  } catch (error) {
    if (error instanceof ImportRefused) throw error;
    throw refused('a part does not inflate');
  }
}

function unpacked({ method }: Member, pieces: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  if (method === 0) return pieces;
  if (method !== 8) throw refused('a part is packed in an unknown way');
  const inflated = createInflateRaw();
  // A fault shows where the chunks are read.
  pipeline(Readable.from(pieces), inflated, () => {});
  return inflated as AsyncIterable<Uint8Array>;
}

async function* piecesOf(file: FileHandle, start: number, length: number): AsyncIterable<Uint8Array> {
  for (let at = 0; at < length; ) {
    const piece = await read(file, start + at, Math.min(pieceBytes, length - at));
    if (piece.length === 0) throw refused('a part lies outside of it');
    at += piece.length;
    yield piece;
  }
}
const pieceBytes = 256 * 1024;

async function read(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  const { bytesRead } = await file.read(bytes, 0, length, at);
  return bytes.subarray(0, bytesRead);
}

const refused = (why: string): ImportRefused => new ImportRefused('import.zip', why);
