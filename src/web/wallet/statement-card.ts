import type { Statement, StatementLine } from '../../finance/statement/statement.ts';
import { STATES, type State } from '../../finance/statement/statement-words.ts';
import type { Month } from '../../ledger/dates.ts';
import type { Formats } from '../format.ts';
import { answerPath } from '../forum/paths.ts';
import { lateWords } from '../late.ts';
import { receiptPath } from './receipt-words.ts';

/** A month's statement as a table, the newest line first. */
export type StatementCard = {
  month: string;
  months: { value: string; label: string; chosen: boolean }[];
  csv: string;
  pdf: string;
  manifest: string;
  rows: StatementRow[];
  opening: Figures;
  closing: Figures;
};

/** Amounts as they are printed. */
type Figures = { checking: string; balance: string };

export type StatementRow = {
  at: Date;
  receipt: string;
  title: string;
  /** The question it is about; no link where it was taken down. */
  about: { text: string; href: string | undefined } | undefined;
  reason: string;
  /** Why it stands in a month that is not its own. */
  late: string | undefined;
  /** Which rules decided it, such as Rules 2. */
  rules: string | undefined;
  chip: { text: string; tone: '' | 'ok' | 'gold' | 'bad' };
  /** With their signs; empty where nothing moved. */
  checking: string;
  balance: string;
  isLoss: boolean;
  balanceAfter: string;
};

export function statementCard(
  { month, lines, opening, closing }: Statement,
  statements: Month[],
  formats: Formats,
): StatementCard {
  const months = [...new Set([...statements, month])].sort().reverse();
  const csv = `/wallet/statement/${month}.csv`;
  return {
    month: formats.month(month),
    months: months.map((value) => ({
      value,
      label: formats.month(value),
      chosen: value === month,
    })),
    csv,
    pdf: `/wallet/statement/${month}.pdf`,
    manifest: `${csv}.manifest.json`,
    rows: lines.map((line) => statementRow(line, formats)).reverse(),
    opening: figures(opening, formats),
    closing: figures(closing, formats),
  };
}

const figures = ({ checking, balance }: Statement['opening'], { money }: Formats): Figures => ({
  checking: money(checking),
  balance: money(balance),
});

function statementRow(line: StatementLine, formats: Formats): StatementRow {
  const { money } = formats;
  const { at, title, reason, state, about, change, after, rules, receipt } = line;
  const isNothing = change.balance === 0n && change.checking === 0n;
  return {
    at,
    receipt: receiptPath(receipt),
    title,
    reason,
    late: lateWords({ recorded_at: at, effective_date: line.date }, formats),
    rules: rules === null ? undefined : `Rules ${String(rules)}`,
    about: about === null ? undefined : linkTo(about),
    chip: { text: STATES[state], tone: TONES[state] },
    checking: signed(change.checking, money),
    balance: isNothing ? money(0n) : signed(change.balance, money),
    isLoss: change.balance < 0n,
    balanceAfter: money(after.balance),
  };
}

const linkTo = (about: NonNullable<StatementLine['about']>) =>
  about.title === null
    ? { text: 'A question that was removed', href: undefined }
    : {
        text: about.title,
        href: answerPath({ id: about.question_id, slug: about.slug }, about.answer_id),
      };

function signed(amount: bigint, money: Formats['money']): string {
  if (amount === 0n) return '';
  return amount > 0n ? `+${money(amount)}` : money(amount);
}

const TONES: Record<State, StatementRow['chip']['tone']> = {
  waiting: 'gold',
  'being-checked': 'gold',
  checked: '',
  'in-balance': 'ok',
  'not-paid': 'bad',
  'taken-back': 'bad',
  repaid: '',
  undone: '',
  'paid-out': 'ok',
};
