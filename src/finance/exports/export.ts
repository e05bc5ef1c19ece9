import { createHash } from 'node:crypto';

import type { Knex } from 'knex';

import type { Month } from '../../ledger/dates.ts';
import { awaitNumbers } from '../../ledger/journal.ts';
import { decimal } from '../../ledger/money.ts';
import { readTrialBalanceOf } from '../trial-balance.ts';
import { beancountJournal } from './beancount.ts';
import { hledgerJournal } from './hledger.ts';
import { ledgerCsv } from './ledger-csv.ts';
import { readExtent, type Extent, type FileManifest, type Manifest } from './manifest.ts';
import { trialBalanceCsv } from './trial-balance-csv.ts';

/** What a month can be had as: the transfers, the trial balance, or a plain-text journal. */
export type Format = keyof typeof FORMATS;

/** A file whose bytes are known before the first is sent. */
export type Export<About extends FileManifest = Manifest> = {
  mediaType: string;
  manifest: About;
  /** The file from its beginning, in pieces; the same bytes however often it is read. */
  read: () => AsyncIterable<string> | Iterable<string>;
};

export const isFormat = (text: string): text is Format => Object.hasOwn(FORMATS, text);

/**
 * A month's file and its manifest, of all that has its number once what is posted has; what is
 * posted later is in the next file. It is made twice, for its digest and to send it.
 */
export async function exportMonth(
  db: Knex,
  { month, format }: { month: Month; format: Format },
): Promise<Export> {
  await awaitNumbers(db);
  const extent = await readExtent(db, month);
  const { name, mediaType, make } = FORMATS[format];
  const read = () => make(db, extent);
  const manifest = {
    file: name(month),
    ...spanOf(extent),
    ...(await totalsOf(db, format, extent)),
    ...(await digest(read())),
  };
  return { mediaType, manifest, read };
}

/** The number of bytes of a file and their SHA-256, in hexadecimal. */
export async function digest(pieces: AsyncIterable<string> | Iterable<string>) {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const piece of pieces) {
    hash.update(piece);
    bytes += Buffer.byteLength(piece);
  }
  return { bytes, sha256: hash.digest('hex') };
}

const FORMATS = {
  csv: { name: (month: Month) => `ledger-${month}.csv`, mediaType: 'text/csv', make: ledgerCsv },
  'trial-balance': {
    name: (month: Month) => `trial-balance-${month}.csv`,
    mediaType: 'text/csv',
    make: trialBalanceCsv,
  },
  hledger: {
    name: (month: Month) => `journal-${month}.hledger`,
    mediaType: 'text/plain',
    make: hledgerJournal,
  },
  beancount: {
    name: (month: Month) => `journal-${month}.beancount`,
    mediaType: 'text/plain',
    make: beancountJournal,
  },
} as const;

const spanOf = ({ month, closed, currency, firstSeq, lastSeq, throughSeq }: Extent) => ({
  month,
  state: closed ? ('closed' as const) : ('open' as const),
  currency,
  first_seq: numberOrNull(firstSeq),
  last_seq: numberOrNull(lastSeq),
  through_seq: Number(throughSeq),
});

const numberOrNull = (seq: bigint | null) => (seq === null ? null : Number(seq));

async function totalsOf(db: Knex, format: Format, extent: Extent) {
  if (format !== 'trial-balance') {
    const amount = decimal(extent.amount);
    return { rows: Number(extent.transfers), debit: amount, credit: amount };
  }
  const { accounts, debit, credit } = await readTrialBalanceOf(db, extent);
  return { rows: Number(accounts), debit: decimal(debit), credit: decimal(credit) };
}
