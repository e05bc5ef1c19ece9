import { createHash } from 'node:crypto';

import type { Knex } from 'knex';

import type { Month } from '../../ledger/dates.ts';
import { awaitNumbers } from '../../ledger/journal.ts';
import { FORMATS, type Format } from './formats.ts';
import {
  describeExtent,
  readExtent,
  type Extent,
  type FileManifest,
  type Limit,
  type Manifest,
} from './manifest.ts';
import { NOTHING, type Pieces, type Totals } from './table.ts';

/** A file whose bytes are known before the first is sent. */
export type Export<About extends FileManifest = Manifest> = {
  mediaType: string;
  manifest: About;
  /** The file from its beginning, in pieces; the same bytes however often it is read. */
  read: () => AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>;
};

/** A month's file, with what it covers and what it holds. */
export type MonthExport = Export & { format: Format; extent: Extent; totals: Totals };

/**
 * A month's file and its manifest, of all that has its number once what is posted has; what is
 * posted later is in the next file. It is made twice, for its digest and to send it.
 */
export async function exportMonth(
  db: Knex,
  { month, format, ...limit }: { month: Month; format: Format } & Limit,
): Promise<MonthExport> {
  await awaitNumbers(db);
  const extent = await readExtent(db, month, limit);
  const { name, mediaType, make } = FORMATS[format];
  const read = () => make(db, extent);
  const { totals, ...file } = await measure(read());
  const manifest = { file: name(extent), ...describeExtent(extent, totals), ...file };
  return { mediaType, manifest, read, format, extent, totals };
}

/** The number of bytes of a file and their SHA-256, in hexadecimal. */
export async function digest(pieces: ReturnType<Export['read']>) {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const piece of pieces) {
    hash.update(piece);
    bytes += Buffer.byteLength(piece);
  }
  return { bytes, sha256: hash.digest('hex') };
}

async function measure(pieces: Pieces) {
  let totals = NOTHING;
  const read = async function* () {
    totals = yield* pieces;
  };
  const file = await digest(read());
  return { totals, ...file };
}
