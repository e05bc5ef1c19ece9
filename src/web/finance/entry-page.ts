import type { Entry } from '../../finance/entry.ts';
import { EVENTS } from '../../finance/event-names.ts';
import { dateAt } from '../../ledger/dates.ts';
import type { Note } from '../look/notes.ts';
import { instantText } from './instants.ts';
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
  /** Other transfers, by how they hang together with this one. */
  related: { label: string; rows: TransferRow[] }[];
};

type Fact = { term: string; text: string };

export function entryPage(entry: Entry, timeZone: string): EntryPage {
  const { transfer, record, adjustment } = entry;
  const number = transfer.seq === null ? 'New entry' : `Entry ${String(transfer.seq)}`;
  return {
    title: number,
    transfer: transferRow(transfer),
    facts: factsOf(entry, timeZone),
    record: record && recordCard(record),
    adjustment: adjustment && adjustmentCard(adjustment),
    late: lateNote(entry, timeZone),
    related: [
      { label: 'Also part of this event', rows: entry.journal.map(transferRow) },
      ...related('Settles', entry.settles),
      ...related('Settled by', entry.settledBy),
      ...related('Reverses', entry.reverses),
      ...related('Reversed by', entry.reversedBy),
    ].filter(({ rows }) => rows.length > 0),
  };
}

const related = (label: string, transfer: Entry['settles']) =>
  transfer ? [{ label, rows: [transferRow(transfer)] }] : [];

/** What came after its own month had begun to close is booked under the next open one. */
function lateNote({ transfer }: Entry, timeZone: string): Note | undefined {
  const own = dateAt(transfer.recorded_at, timeZone);
  if (own >= transfer.effective_date) return undefined;
  return {
    kind: 'info',
    lead: 'This entry is late.',
    text: `It was recorded on ${own}, when that month was no longer open, and is booked under ${transfer.effective_date}.`,
  };
}

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
