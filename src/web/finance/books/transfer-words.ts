import { familyOf } from '../../../finance/books/accounts.ts';
import { EVENTS } from '../../../finance/books/event-names.ts';
import type { ListedTransfer } from '../../../finance/books/transfers.ts';
import type { LedgerTransferRow } from '../../../ledger/rows.ts';
import type { Formats } from '../../format.ts';
import { withQuery } from '../../forum/paths.ts';
import { lateWords } from '../../late.ts';

type Event = LedgerTransferRow['event'];

export const isEvent = (text: string): text is Event => Object.hasOwn(EVENTS, text);

/** A transfer in one line, such as "Answer 90417 accepted by Priya". */
export function describe({ event, answer_id, author, asker, ref }: ListedTransfer): string {
  if (answer_id === null) return `${EVENTS[event]}, ${ref}`;
  return (
    SENTENCES[event]?.(`Answer ${String(answer_id)}`, author ?? '', asker ?? '') ?? EVENTS[event]
  );
}

type Sentence = (answer: string, author: string, asker: string) => string;

const SENTENCES: Partial<Record<Event, Sentence>> = {
  'reward.hold': (answer, author, asker) => `${answer} by ${author} accepted by ${asker}`,
  'reward.release': (answer, author) => `${answer} cleared, ${author} is credited`,
  'reward.void': (answer, author) => `${answer} by ${author} not paid`,
  'reward.clawback': (answer, author) => `${answer} taken back from ${author}`,
  'reward.recovery': (answer, author) => `${author} repays a debt from ${answer.toLowerCase()}`,
  reversal: (answer, author) => `A decision on ${answer.toLowerCase()} by ${author} undone`,
};

/** Where a transfer has its page: under its number, or under its own id until it has one. */
export const entryPath = ({ seq, id }: Pick<ListedTransfer, 'seq' | 'id'>) =>
  `/finance/entries/${seq === null ? `t${String(id)}` : String(seq)}`;

/** A transfer as a row of a table. */
export type TransferRow = {
  href: string;
  /** The number, or a dash until there is one. */
  number: string;
  at: Date;
  what: string;
  debit: Account;
  credit: Account;
  amountMinor: bigint;
  currency: string;
  /** Why it stands in a month that is not its own. */
  late: string | undefined;
};

/** Some transfers under a name for those who hear the page. */
export type Transfers = { label: string; rows: TransferRow[] };

/** An account by the name of its family; the address lists what moved on it alone. */
export type Account = { name: string; code: string; href: string };

export const transferRow = (transfer: ListedTransfer, formats: Formats): TransferRow => ({
  href: entryPath(transfer),
  number: transfer.seq === null ? 'New' : String(transfer.seq),
  at: transfer.recorded_at,
  what: describe(transfer),
  debit: accountOf(transfer.debit),
  credit: accountOf(transfer.credit),
  amountMinor: transfer.amount_minor,
  currency: transfer.currency,
  late: lateWords(transfer, formats),
});

const accountOf = (code: string): Account => ({
  name: familyOf(code).name,
  code,
  href: withQuery('/finance/ledger', { account: code }),
});
