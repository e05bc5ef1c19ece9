import type { Effect } from '../../../finance/adjustments/adjustment-effect.ts';
import type { Adjustment } from '../../../finance/adjustments/adjustments.ts';
import { stateOf } from '../../../approvals/proposals.ts';
import type { MemberRow } from '../../../members/rows.ts';
import type { Formats } from '../../format.ts';
import {
  adjustmentPath,
  describeAdjustment,
  endName,
  standingOf,
  type Chip,
} from './adjustment-words.ts';
import { entryPath } from '../books/transfer-words.ts';

export type AdjustmentPage = {
  title: string;
  lead: string;
  chip: Chip;
  move: MoveTable;
  facts: { term: string; text: string }[];
  /** Where what was posted is. */
  entry: { href: string; label: string } | undefined;
  decision: DecisionCard | undefined;
};

/** Both ends of a move, and what it does to them. */
export type MoveTable = {
  amountMinor: bigint;
  currency: string;
  ends: { name: string; code: string; isDebit: boolean }[];
  /** Undefined once it was decided: what it did stands in the ledger. */
  effects: { name: string; now: bigint; after: bigint }[] | undefined;
};

/** The buttons for whoever looks at it, and in words why one cannot be pressed. */
export type DecisionCard = {
  action: string;
  /** Where a page has several: put behind the ids. */
  key: string;
  isMaker: boolean;
  /** What the button of the checker says. */
  approve: string;
  whyNot: string | undefined;
};

type Read = {
  adjustment: Adjustment;
  effects: Effect[] | undefined;
  now: Date;
  viewer: MemberRow;
};

export function adjustmentPage(read: Read, formats: Formats): AdjustmentPage {
  const { adjustment, now } = read;
  const { transfer_id, seq } = adjustment;
  return {
    title: `Adjustment ${String(adjustment.id)}`,
    lead: describeAdjustment(adjustment),
    chip: standingOf(adjustment, now),
    move: moveTable(adjustment, read.effects),
    facts: factsOf(adjustment, formats),
    entry:
      transfer_id === null
        ? undefined
        : {
            href: entryPath({ seq, id: transfer_id }),
            label: seq === null ? 'The entry' : `Entry ${String(seq)}`,
          },
    decision: decisionOf(read),
  };
}

type Move = Pick<Adjustment, 'debit' | 'credit' | 'from_member' | 'to_member' | 'debtor'> &
  Pick<Adjustment, 'amount_minor' | 'currency'>;

/** A move as accountants read it: money leaves what is debited and arrives at what is credited. */
export function moveTable(move: Move, effects: Effect[] | undefined): MoveTable {
  const { debit, credit, from_member, to_member, debtor, amount_minor, currency } = move;
  const names = new Map([
    [debit, endName(debit, from_member)],
    [credit, endName(credit, to_member)],
  ]);
  return {
    amountMinor: amount_minor,
    currency,
    ends: [
      { name: names.get(debit) ?? '', code: debit, isDebit: true },
      { name: names.get(credit) ?? '', code: credit, isDebit: false },
    ],
    effects: effects?.map(({ code, now, after }) => ({
      name: names.get(code) ?? `What ${debtor ?? ''} owes`,
      now,
      after,
    })),
  };
}

function factsOf(adjustment: Adjustment, { dateTime }: Formats) {
  const { maker, made_at, checker, decided_at, decision, note, expires_at } = adjustment;
  const facts: [string, string | undefined][] = [
    ['Why', adjustment.reason],
    ['What it rests on', adjustment.evidence],
    ['Asked by', `${maker}, ${dateTime(made_at)}`],
    ['Expires', decision === null ? dateTime(expires_at) : undefined],
    [
      decision === null ? '' : DECIDED[decision],
      decided_at ? `${checker ?? ''}, ${dateTime(decided_at)}` : undefined,
    ],
    ['Note', note || undefined],
  ];
  return facts.flatMap(([term, text]) => (text === undefined ? [] : [{ term, text }]));
}

const DECIDED = {
  approved: 'Approved by',
  declined: 'Sent back by',
  withdrawn: 'Taken back by',
} as const;

function decisionOf({ adjustment, viewer, now }: Read): DecisionCard | undefined {
  if (stateOf(adjustment, now) !== 'open') return undefined;
  const isMaker = adjustment.made_by === viewer.id;
  return {
    action: `${adjustmentPath(adjustment)}/approval`,
    key: '',
    isMaker,
    approve: 'Approve and post',
    whyNot: isMaker ? 'You asked for it, so somebody else in finance approves.' : undefined,
  };
}
