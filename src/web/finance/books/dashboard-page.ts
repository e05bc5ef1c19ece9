import type { CloseGlance } from '../../../finance/closing/close-glance.ts';
import type { Dashboard } from '../../../finance/books/dashboard.ts';
import type { OwedDay } from '../../../finance/books/owed-by-day.ts';
import type { Period } from '../../../finance/closing/periods.ts';
import type { MonthOfRewards } from '../../../finance/books/rewards-by-month.ts';
import type { TransferPage } from '../../../finance/books/transfers.ts';
import type { Month } from '../../../ledger/dates.ts';
import type { MonthBudget } from '../../../rewards/read-budget.ts';
import type { Formats } from '../../format.ts';
import { withQuery } from '../../forum/paths.ts';
import type { Note } from '../../look/notes.ts';
import { closeGlanceCard } from '../closing/close-glance-card.ts';
import type { CloseCard } from '../closing/close-page.ts';
import { tilesOf, type Tile } from './dashboard-tiles.ts';
import { monthChoice } from './month-choice.ts';
import { owedCard, type OwedCard } from './owed-card.ts';
import { rewardsCard, type RewardsCard } from './rewards-card.ts';
import { budgetNote } from '../rules/rules-budget-page.ts';
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
  tiles: Tile[];
  rewards: RewardsCard;
  closing: CloseCard;
  latest: { label: string; rows: TransferRow[]; all: string };
  trialBalance: TrialBalanceCard;
  owed: OwedCard;
};

type Read = {
  /** Of the month that is looked at, and of the one it is. */
  budget: MonthBudget;
  currentBudget: MonthBudget;
  owed: OwedDay[];
  month: Month;
  current: Month;
  periods: Period[];
  figures: Dashboard;
  rewards: MonthOfRewards[];
  closing: CloseGlance;
  latest: TransferPage;
};

export function dashboardPage(read: Read, formats: Formats): DashboardPage {
  const { month, figures, latest } = read;
  return {
    title: formats.month(month),
    months: monthChoice(read, formats),
    exports: withQuery('/finance/exports', { month }),
    budget: read.currentBudget.budget && budgetNote(read.current, read.currentBudget, formats),
    books: booksOf(figures, formats),
    tiles: tilesOf(read, formats),
    rewards: rewardsCard(read.rewards, formats),
    closing: closeGlanceCard(read.closing, formats),
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
    owed: owedCard(read.owed, formats),
  };
}

function booksOf({ books, trialBalance }: Dashboard, { count, money, dateTime }: Formats) {
  const { debit, credit } = trialBalance;
  const { verification } = books;
  const balance = debit === credit && !verification?.broken;
  const size = `${count(books.accounts)} accounts and ${count(books.entries)} entries`;
  const wrong = verification?.first ?? 'Run the ledger’s verification before anything else.';
  const verified = verification && ` Verified ${dateTime(verification.finished_at)}.`;
  return {
    balance,
    lead: balance ? 'Books balance.' : 'Books do not balance.',
    text: balance
      ? `Debits and credits agree across ${size}.${verified ?? ' Not verified yet.'}`
      : `Something among ${size} does not add up. ${wrong}`,
    equation: `${money(debit)} ${debit === credit ? '=' : '≠'} ${money(credit)}`,
  };
}
