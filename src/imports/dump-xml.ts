import { isUtf8 } from 'node:buffer';
import { open, stat } from 'node:fs/promises';

import { SaxesParser } from 'saxes';

import { DumpError } from './dump-error.ts';

/** A `<row …/>` of a dump: the line it starts on, and its attributes as text. */
export type XmlRow = {
  line: number;
  attributes: Readonly<Record<string, string>>;
};

const EXPORT_AGAIN = 'Export or download the dump again.';
const NOT_UTF8 = `the file is not UTF-8 text. ${EXPORT_AGAIN}`;
const WANTED = 'Give the Posts.xml of a Stack Exchange dump.';

/**
 * The rows of `<posts>`, one line of the file in memory at a time.
 *
 * @throws DumpError when the file cannot be read, is empty, is not UTF-8 or not well-formed XML,
 * declares a document type, or holds something other than posts.
 */
export async function* readRows(path: string): AsyncGenerator<XmlRow> {
  const reading = new RowParser(path);
  for await (const bytes of linesOf(path)) yield* reading.read(bytes);
  reading.finish();
}

async function* linesOf(path: string): AsyncGenerator<Buffer> {
  const info = await stat(path).catch(() => undefined);
  if (!info?.isFile()) throw new DumpError(path, 1, `there is no such file. ${WANTED}`);
  const file = await open(path).catch(() => {
    throw new DumpError(path, 1, 'the file may not be read. Change its permissions.');
  });
  const lines = file.readLines({ encoding: 'latin1' });
  try {
    for await (const line of lines) yield Buffer.from(line, 'latin1');
  } finally {
    lines.close();
    await file.close();
  }
}

/** Parses a line at a time, so that every complaint can name the line it is about. */
class RowParser {
  readonly #path: string;
  readonly #parser = new SaxesParser();
  #line = 0;
  #openTags: string[] = [];
  #rowLine = 0;
  #rows: XmlRow[] = [];

  constructor(path: string) {
    this.#path = path;
    this.#parser.on('xmldecl', ({ encoding }) => {
      if (encoding !== undefined && !/^utf-?8$/i.test(encoding)) this.#refuse(NOT_UTF8);
    });
    this.#parser.on('doctype', () => {
      this.#refuse('a dump declares no document type. Remove the <!DOCTYPE …> from the file.');
    });
    this.#parser.on('opentagstart', ({ name }) => {
      this.#open(name);
    });
    this.#parser.on('opentag', ({ name, attributes }) => {
      if (name === 'row') this.#rows.push({ line: this.#rowLine, attributes });
    });
    this.#parser.on('closetag', () => this.#openTags.pop());
    this.#parser.on('error', ({ message }) => {
      const fault = message.replace(/^[\d:]+ |\.$/g, '');
      this.#refuse(`the XML is damaged here (${fault}). ${EXPORT_AGAIN}`);
    });
  }

  read(bytes: Buffer): XmlRow[] {
    this.#line += 1;
    if (!isUtf8(bytes)) this.#refuse(NOT_UTF8);
    this.#rows = [];
    this.#parser.write(`${bytes.toString('utf8')}\n`);
    return this.#rows;
  }

  finish(): void {
    if (this.#rowLine === 0) this.#refuse(`the file holds no posts. ${WANTED}`);
    this.#parser.on('error', () => {
      this.#refuse(`the file ends too early, before </posts>. ${EXPORT_AGAIN}`);
    });
    this.#parser.close();
  }

  #open(name: string): void {
    const place = this.#openTags.join('>');
    if (place === '' && name !== 'posts') {
      this.#refuse(`the file holds <${name}>, not <posts>. ${WANTED}`);
    }
    if (place !== '' && (place !== 'posts' || name !== 'row')) {
      this.#refuse(`there is a <${name}> where only a <row> may be. ${EXPORT_AGAIN}`);
    }
    this.#openTags.push(name);
    this.#rowLine = this.#line;
  }

  #refuse(problem: string): never {
    throw new DumpError(this.#path, Math.max(1, this.#line), problem);
  }
}
