import type { AuditRecord, BusinessRecord, VerdictRecord } from '../../finance/business-record.ts';
import type { Entry } from '../../finance/entry.ts';
import { EVENTS } from '../../finance/event-names.ts';
import { answerPath, profilePath } from '../forum/paths.ts';
import { transferRow, type TransferRow } from './transfer-words.ts';

export type EntryPage = {
  title: string;
  transfer: TransferRow;
  facts: Fact[];
  record: RecordCard | undefined;
  /** Other transfers, by how they hang together with this one. */
  related: { label: string; rows: TransferRow[] }[];
};

type Fact = { term: string; text: string };

/** What a transfer was posted for, from the acceptance to the verdicts. */
export type RecordCard = {
  /** Null where the question was taken down. */
  question: { href: string; title: string | null };
  acceptedAt: Date;
  asker: Person;
  author: Person;
  withdrawn: string | undefined;
  reward: string;
  audits: AuditCard[];
};

type Person = { name: string; href: string };

type AuditCard = {
  id: number;
  why: string;
  openedAt: Date;
  state: string;
  verdicts: { at: Date; text: string; note: string; undone: boolean }[];
};

export function entryPage(entry: Entry): EntryPage {
  const { transfer, record } = entry;
  const number = transfer.seq === null ? 'New entry' : `Entry ${String(transfer.seq)}`;
  return {
    title: number,
    transfer: transferRow(transfer),
    facts: factsOf(entry),
    record: record && recordCard(record),
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

function factsOf({ transfer }: Entry): Fact[] {
  const facts: [string, string | null][] = [
    ['Kind', EVENTS[transfer.event]],
    ['Booked under', transfer.effective_date],
    ['Posted by', transfer.actor ?? 'The system'],
    ['Approved by', transfer.approver],
    ['Reference', transfer.ref],
    ['Key', transfer.key],
    ['Transfer', String(transfer.id)],
  ];
  return facts.flatMap(([term, text]) => (text === null ? [] : [{ term, text }]));
}

function recordCard(record: BusinessRecord): RecordCard {
  const question = { id: record.question_id, slug: record.slug };
  return {
    question: { href: answerPath(question, record.answer_id), title: record.title },
    acceptedAt: record.accepted_at,
    asker: person(record.asker),
    author: person(record.author),
    withdrawn: record.withdrawn_because ? WITHDRAWN[record.withdrawn_because] : undefined,
    reward: rewardWords(record.reward),
    audits: record.audits.map(auditCard),
  };
}

const person = (name: string): Person => ({ name, href: profilePath(name) });

const WITHDRAWN: Record<NonNullable<BusinessRecord['withdrawn_because']>, string> = {
  asker: 'Withdrawn by the asker',
  'another-accepted': 'Withdrawn: another answer was accepted',
  'not-solved': 'Withdrawn: still not solved',
  removed: 'Withdrawn: the answer was removed',
};

function rewardWords(reward: BusinessRecord['reward']): string {
  if (!reward) return 'No reward';
  const why = reward.refusal ?? reward.because;
  const rules = `Rules ${String(reward.rules)}`;
  return [STATES[reward.state], why && WHY[why], rules].filter(Boolean).join(', ');
}

type Reward = NonNullable<BusinessRecord['reward']>;

const STATES: Record<Reward['state'], string> = {
  waiting: 'Waiting for budget',
  held: 'Being checked',
  released: 'Released',
  voided: 'Not paid',
  'clawed-back': 'Taken back',
  refused: 'Refused by the rules',
};

const WHY: Record<NonNullable<Reward['refusal'] | Reward['because']>, string> = {
  'own-question': 'own question',
  staff: 'staff are not paid',
  'pair-limit': 'more from the same person than the rules pay',
  'monthly-cap': 'over the monthly cap',
  'daily-cap': 'over the cap of the day',
  'audit-passed': 'passed its check',
  'audit-fixed': 'corrected and passed',
  'quiet-days': 'the hold was over',
  'audit-failed': 'failed its check',
  withdrawn: 'the acceptance was withdrawn',
  removed: 'the answer was removed',
};

function auditCard({ id, because, state, opened_at, verdicts }: AuditRecord): AuditCard {
  return {
    id,
    why: DRAWN[because],
    openedAt: opened_at,
    state: AUDIT_STATES[state],
    verdicts: verdicts.map((verdict) => ({
      at: verdict.decided_at,
      text: verdictWords(verdict),
      note: verdict.note,
      undone: verdict.undone_at !== null,
    })),
  };
}

const DRAWN: Record<AuditRecord['because'], string> = {
  'first-five': 'One of the author’s first five',
  always: 'Everything at this level is checked',
  sample: 'Drawn by the sample',
  called: 'Called in by a moderator',
};

const AUDIT_STATES: Record<AuditRecord['state'], string> = {
  waiting: 'Waiting',
  decided: 'Decided',
  cancelled: 'No longer needed',
};

const VERDICTS: Record<VerdictRecord['verdict'], string> = {
  pass: 'passed it',
  fix: 'corrected it and passed it',
  fail: 'failed it',
};

const verdictWords = ({ moderator, verdict, reason }: VerdictRecord) =>
  `${moderator} ${VERDICTS[verdict]}${reason === null ? '' : `: ${reason}`}`;
