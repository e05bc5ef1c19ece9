import type { Checklist } from '../../finance/close-checklist.ts';
import type { Dashboard } from '../../finance/dashboard.ts';
import type { Period } from '../../finance/periods.ts';
import type { MonthOfRewards } from '../../finance/rewards-by-month.ts';
import type { TransferPage } from '../../finance/transfers.ts';
import type { Month } from '../../ledger/dates.ts';
import type { MemberRow } from '../../members/rows.ts';
import type { MonthBudget } from '../../rewards/read-budget.ts';
import type { Formats } from '../format.ts';
import { withQuery } from '../forum/paths.ts';
import type { Note } from '../look/notes.ts';
import { closeCard, type CloseCard } from './close-page.ts';
import { monthChoice } from './month-choice.ts';
import { rewardsCard, type RewardsCard } from './rewards-card.ts';
import { budgetNote } from './rules-budget-page.ts';
import { transferRow, type TransferRow } from './transfer-words.ts';
import { trialBalanceCard, type TrialBalanceCard } from './trial-balance-card.ts';

export type DashboardPage = {
  title: string;
  months: { value: string; label: string; chosen: boolean }[];
  /** Where the files of the month are to be had. */
  exports: string;
  /** Said once four fifths of the current month's budget are used. */
  budget: Note | undefined;
  books: { balance: boolean; lead: string; text: string; equation: string };
  tiles: { term: string; amountMinor: bigint; detail: string }[];
  rewards: RewardsCard;
  closing: CloseCard;
  latest: { label: string; rows: TransferRow[]; all: string };
  trialBalance: TrialBalanceCard;
};

type Read = {
  budget: MonthBudget;
  month: Month;
  current: Month;
  periods: Period[];
  figures: Dashboard;
  rewards: MonthOfRewards[];
  checklist: Checklist;
  latest: TransferPage;
  viewer: MemberRow;
  now: Date;
};

export function dashboardPage(read: Read, formats: Formats): DashboardPage {
  const { month, figures, latest } = read;
  return {
    title: formats.month(month),
    months: monthChoice(read, formats),
    exports: withQuery('/finance/exports', { month }),
    budget: read.budget.budget && budgetNote(read.current, read.budget, formats),
    books: booksOf(figures, formats),
    tiles: tilesOf(figures, formats),
    rewards: rewardsCard(read.rewards, formats),
    closing: closeCard(read, formats),
    latest: {
      label: `Latest entries of ${formats.month(month)}`,
      rows: latest.transfers.map((transfer) => transferRow(transfer, formats)),
      all: withQuery('/finance/ledger', { period: month }),
    },
    trialBalance: trialBalanceCard(
      figures.trialBalance,
      ({ id }) => withQuery('/finance/ledger', { period: month, account: id }),
      formats,
    ),
  };
}

function booksOf({ books, trialBalance }: Dashboard, { count, money }: Formats) {
  const { debit, credit } = trialBalance;
  const size = `${count(books.accounts)} accounts and ${count(books.entries)} entries`;
  return {
    balance: books.balance,
    lead: books.balance ? 'Books balance.' : 'Books do not balance.',
    text: books.balance
      ? `Debits and credits agree across ${size}.`
      : `Something among ${size} does not add up. Run the ledger’s verification before anything else.`,
    equation: `${money(debit)} ${debit === credit ? '=' : '≠'} ${money(credit)}`,
  };
}

function tilesOf({ owed, checking, cost, takenBack }: Dashboard, formats: Formats) {
  const { count, whenDayText } = wordsOf(formats);
  return [
    {
      term: 'Owed to members',
      amountMinor: owed.amount,
      detail: count(owed.members, 'member'),
    },
    {
      term: 'Being checked',
      amountMinor: checking.amount,
      detail: `${count(checking.rewards, 'answer')}${whenDayText(checking.oldest)}`,
    },
    {
      term: 'Reward cost this month',
      amountMinor: cost.amount,
      detail: `${count(cost.rewards, 'reward')} set aside, less what was taken back`,
    },
    {
      term: 'Taken back this month',
      amountMinor: takenBack.amount,
      detail: count(takenBack.rewards, 'reward'),
    },
  ];
}

const wordsOf = (formats: Formats) => ({
  count: (number: bigint, thing: string) =>
    `${formats.count(number)} ${thing}${number === 1n ? '' : 's'}`,
  whenDayText: (oldest: Date | null) => (oldest ? `, the oldest since ${formats.day(oldest)}` : ''),
});
