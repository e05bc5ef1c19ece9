import type { Entry } from '../../../finance/books/entry.ts';
import { EVENTS } from '../../../finance/books/event-names.ts';
import type { Seal } from '../../../ledger/proof.ts';
import type { Formats } from '../../format.ts';
import { lateWords } from '../../late.ts';
import type { Note } from '../../look/notes.ts';
import { instantText } from '../reports/instants.ts';
import { adjustmentCard, recordCard, type AdjustmentCard, type RecordCard } from './record-card.ts';
import { transferRow, type TransferRow } from './transfer-words.ts';

export type EntryPage = {
  title: string;
  transfer: TransferRow;
  facts: Fact[];
  record: RecordCard | undefined;
  adjustment: AdjustmentCard | undefined;
  /** Why it stands in a month that is not its own. */
  late: Note | undefined;
  /** Undefined until the entry is sealed, a moment after it was posted. */
  proof: ProofCard | undefined;
  /** Other transfers, by how they hang together with this one. */
  related: { label: string; rows: TransferRow[] }[];
};

type Fact = { term: string; text: string };

/** How an entry hangs in the tree, in hexadecimal, and where its proof is to be had. */
export type ProofCard = { leaf: string; block: string; sealedAt: Date; root: string; href: string };

type Look = { seal: Seal | undefined; timeZone: string; formats: Formats };

export function entryPage(entry: Entry, { seal, timeZone, formats }: Look): EntryPage {
  const { transfer, record, adjustment } = entry;
  const number = transfer.seq === null ? 'New entry' : `Entry ${String(transfer.seq)}`;
  const row = (other: Entry['transfer'] | Entry['journal'][number]) => transferRow(other, formats);
  const related = (label: string, other: Entry['settles']) =>
    other ? [{ label, rows: [row(other)] }] : [];
  const late = lateWords(transfer, formats);
  return {
    title: number,
    transfer: row(transfer),
    facts: factsOf(entry, timeZone),
    record: record && recordCard(record),
    adjustment: adjustment && adjustmentCard(adjustment),
    late:
      late === undefined
        ? undefined
        : { kind: 'info', lead: 'This entry is late.', text: `${late}.` },
    proof: seal && proofCard(seal),
    related: [
      { label: 'Also part of this event', rows: entry.journal.map(row) },
      ...related('Settles', entry.settles),
      ...related('Settled by', entry.settledBy),
      ...related('Reverses', entry.reverses),
      ...related('Reversed by', entry.reversedBy),
    ].filter(({ rows }) => rows.length > 0),
  };
}

const proofCard = ({ seq, leaf, block, sealedAt, root }: Seal): ProofCard => ({
  ...{ leaf: leaf.toString('hex'), block: String(block), sealedAt, root: root.toString('hex') },
  href: `/finance/entries/${String(seq)}/proof.json`,
});

function factsOf({ transfer }: Entry, timeZone: string): Fact[] {
  const facts: [string, string | null][] = [
    ['Kind', EVENTS[transfer.event]],
    ['Recorded', instantText(transfer.recorded_at, timeZone)],
    ['Booked under', transfer.effective_date],
    ['Posted by', transfer.actor ?? 'The system'],
    ['Approved by', transfer.approver],
    ['Reference', transfer.ref],
    ['Event', `journal:${String(transfer.journal)}`],
    ['Key', transfer.key],
    ['Transfer', String(transfer.id)],
  ];
  return facts.flatMap(([term, text]) => (text === null ? [] : [{ term, text }]));
}
