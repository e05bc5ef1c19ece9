import { finished } from 'node:stream/promises';

import { MailParser, type AttachmentStream, type MessageText } from 'mailparser';

/** A part that is not the text of a mail; what it holds is measured and never looked at. */
export type Part = {
  contentType: string;
  /** Whether it belongs to the text, as a picture in it. */
  inText: boolean;
  /** Bytes, decoded. */
  size: number;
};

/** A mail as far as a reply needs it. */
export type ReadMail = {
  /** The lines of its head by their names in small letters, each without its name. */
  head: ReadonlyMap<string, readonly string[]>;
  text: string;
  parts: readonly Part[];
};

/** A mail that nobody can have written with a mail program. */
export class Unreadable extends Error {}

/** Reads a mail of any charset and encoding; Unreadable where it goes beyond every bound. */
export async function readMail(raw: Buffer): Promise<ReadMail> {
  const { head, text, html, parts } = await parse(raw);
  if (text.trim() !== '' || html === '') return { head, text, parts };
  // Some programs send an empty text beside the real one in HTML.
  const again = await parse(Buffer.from(`Content-Type: text/html; charset=utf-8\r\n\r\n${html}`));
  return { head, text: again.text, parts };
}

/** A head of 64 kB, a hundred parts and an HTML of 1 MB: far more than any reply has. */
const BOUNDS = {
  ...{ maxHeadSize: 65_536, maxChildNodes: 100, maxHtmlLengthToParse: 1_000_000 },
  ...{ skipTextToHtml: true, skipImageLinks: true, ignoreEmbedded: true },
  ...{ keepDeliveryStatus: true, checksumAlgo: false as const },
};

type Parsed = ReadMail & { html: string };
type Piece = AttachmentStream | MessageText;

async function parse(raw: Buffer): Promise<Parsed> {
  const parser = new MailParser(BOUNDS);
  const head = new Map<string, string[]>();
  parser.on('headerLines', (lines) => {
    for (const { key, line } of lines) head.set(key, [...(head.get(key) ?? []), valueOf(line)]);
    // The one that is read by people, in whichever charset it came.
    if (parser.subject !== undefined) head.set('subject', [parser.subject]);
  });
  const parts: Part[] = [];
  let [text, html] = ['', ''];
  const gather = async (read: AsyncIterable<Piece>) => {
    for await (const piece of read) {
      if (piece.type === 'attachment') parts.push(await measure(piece));
      else [text, html] = [piece.text ?? '', typeof piece.html === 'string' ? piece.html : ''];
    }
  };
  try {
    await Promise.all([gather(parser as AsyncIterable<Piece>), finished(parser.end(raw))]);
  } catch (error) {
    throw new Unreadable('not to be read', { cause: error });
  }
  return { head, text, html, parts };
}

const valueOf = (line: string) =>
  line
    .slice(line.indexOf(':') + 1)
    .replaceAll(/\s+/g, ' ')
    .trim();

async function measure(part: AttachmentStream): Promise<Part> {
  let size = 0;
  const { contentType, contentDisposition, related, cid } = part;
  part.content.on('data', (chunk: Buffer) => (size += chunk.length));
  await new Promise<void>((done) => part.content.once('end', done));
  part.release?.();
  const inText = related === true || (contentDisposition === 'inline' && cid !== undefined);
  return { contentType, inText, size };
}
