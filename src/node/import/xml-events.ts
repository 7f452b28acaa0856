import { ImportRefused } from './limits.ts';

/** What an XML part says, in order: beginnings and ends of elements by their local name, and text. */
export interface XmlHandler {
  readonly open: (name: string, attribute: (name: string) => string | undefined) => void;
  readonly close: (name: string) => void;
  readonly text: (text: string) => void;
}

/** Longest tag, in characters: more is no tag of a workbook. */
const tagLengthMax = 100_000;

/**
 * Reads XML as workbooks have it, in chunks, without ever holding the whole: elements, attributes, text, CDATA, comments
 * and the five entities. A document type or any other entity is refused: nothing is expanded, nothing is fetched.
 *
 * @throws ImportRefused `import.entities`, `import.form`
 */
export async function readXml(chunks: AsyncIterable<Uint8Array>, given: XmlHandler): Promise<void> {
  let [depth, elements] = [0, 0];
  const handler: XmlHandler = {
    ...given,
    open: (name, attribute) => {
      depth += 1;
      elements += 1;
      given.open(name, attribute);
    },
    close: (name) => {
      depth -= 1;
      given.close(name);
    },
  };
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  try {
    for await (const chunk of chunks) {
      rest += decoder.decode(chunk, { stream: true });
      rest = take(rest, handler, false);
    }
    rest = take(rest + decoder.decode(), handler, true);
  } catch (error) {
    if (error instanceof TypeError) throw new ImportRefused('import.form', 'a part is not UTF-8');
    throw error;
  }
  if (rest.trim() !== '' || depth !== 0 || elements === 0)
    throw new ImportRefused('import.form', 'a part ends in the middle');
}

/** Takes what is whole; what is left waits for more. */
function take(text: string, handler: XmlHandler, isEnd: boolean): string {
  let at = 0;
  while (at < text.length) {
    const tag = text.indexOf('<', at);
    if (tag < 0) {
      // An entity may be cut by the end of the chunk.
      const whole = isEnd ? text.length : lastWhole(text, at);
      if (whole > at) handler.text(decoded(text.slice(at, whole)));
      return text.slice(whole);
    }
    if (tag > at) handler.text(decoded(text.slice(at, tag)));
    const next = markup(text, tag, handler);
    if (next < 0) {
      if (text.length - tag > tagLengthMax) throw new ImportRefused('import.form', 'a tag has no end');
      return text.slice(tag);
    }
    at = next;
  }
  return '';
}

/** Where the text goes on behind the markup at `<`; -1 while its end has not come. */
function markup(text: string, at: number, handler: XmlHandler): number {
  if (text.startsWith('<!--', at)) return behind(text, '-->', at + 4);
  if (text.startsWith('<![CDATA[', at)) {
    const end = text.indexOf(']]>', at + 9);
    if (end >= 0) handler.text(text.slice(at + 9, end));
    return end < 0 ? -1 : end + 3;
  }
  if (text.startsWith('<!', at)) {
    // Its first letters may still be on their way.
    const beginning = text.slice(at, at + 9);
    if ('<!--'.startsWith(beginning) || '<![CDATA['.startsWith(beginning)) return -1;
    throw new ImportRefused('import.entities', 'a part has a document type or entities');
  }
  if (text.startsWith('<?', at)) return behind(text, '?>', at + 2);
  const end = text.indexOf('>', at);
  if (end < 0) return -1;
  if (text.charCodeAt(at + 1) === 47) handler.close(localName(text.slice(at + 2, end).trim()));
  else element(text.slice(at + 1, end), handler);
  return end + 1;
}

function element(tag: string, handler: XmlHandler): void {
  const isEmpty = tag.endsWith('/');
  const body = isEmpty ? tag.slice(0, -1) : tag;
  const space = body.search(/\s/);
  const name = localName(space < 0 ? body : body.slice(0, space));
  handler.open(name, (wanted) => attributeOf(body, wanted));
  if (isEmpty) handler.close(name);
}

function attributeOf(tag: string, wanted: string): string | undefined {
  for (const [, name = '', , double, single] of tag.matchAll(/\s([\w:.-]+)\s*=\s*("([^"]*)"|'([^']*)')/g))
    if (localName(name) === wanted) return decoded(double ?? single ?? '');
  return undefined;
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

const behind = (text: string, mark: string, from: number): number => {
  const end = text.indexOf(mark, from);
  return end < 0 ? -1 : end + mark.length;
};

/** Up to where no entity is cut. */
function lastWhole(text: string, from: number): number {
  const open = text.lastIndexOf('&');
  return open >= from && text.indexOf(';', open) < 0 && text.length - open < 12 ? open : text.length;
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decoded(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&([^;&]{0,12});?/g, (_, entity: string) => {
    const known = Object.hasOwn(named, entity) ? named[entity] : undefined;
    if (known !== undefined) return known;
    const code = /^#x([0-9a-fA-F]{1,6})$/.exec(entity)?.[1];
    const point =
      code === undefined ? Number(/^#(\d{1,7})$/.exec(entity)?.[1] ?? Number.NaN) : Number.parseInt(code, 16);
    if (Number.isNaN(point) || point > 0x10ffff)
      throw new ImportRefused('import.entities', 'a part has an entity');
    return String.fromCodePoint(point);
  });
}
