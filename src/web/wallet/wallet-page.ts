import type { AnnualTotals, Year } from '../../finance/reports/annual-totals.ts';
import type { Statement } from '../../finance/statement/statement.ts';
import type { Wallet } from '../../finance/statement/wallet.ts';
import type { MemberRow } from '../../members/rows.ts';
import type { Formats } from '../format.ts';
import { profilePath } from '../forum/paths.ts';
import type { Html } from '../html.ts';
import type { LevelCard } from '../levels/level-card.ts';
import { bars } from '../look/charts.ts';
import { noCredit, type EmptyState } from '../look/empty.ts';
import type { Note } from '../look/notes.ts';
import { totalsRow, type TotalsRow } from '../finance/reports/totals-page.ts';
import { statementCard, type StatementCard } from './statement-card.ts';

export type WalletPage = {
  title: string;
  name: string;
  profileHref: string;
  level: LevelCard;
  since: Date;
  balanceMinor: bigint;
  checkingMinor: bigint;
  checkingWords: string;
  monthTitle: string;
  earnedMinor: bigint;
  /** What the rules still let one earn in the month. */
  leftWords: string;
  debt: Note | undefined;
  /** Said while something waits for a budget. */
  waiting: Note | undefined;
  /** Since the member joined: what has left the balance, by why. */
  flows: { term: string; amountMinor: bigint; detail: string }[];
  years: TotalsRow[];
  statement: StatementCard;
  empty: EmptyState | undefined;
  chart: Html;
  chartWords: string;
};

type Read = {
  wallet: Wallet;
  statement: Statement;
  years: (AnnualTotals & { year: Year })[];
  level: LevelCard;
};

export function walletPage(
  member: MemberRow,
  { wallet, statement, years, level }: Read,
  formats: Formats,
): WalletPage {
  const { checking, earned, cap } = wallet;
  return {
    title: 'Your wallet',
    name: member.name,
    profileHref: profilePath(member.name),
    level,
    since: member.joined_at,
    balanceMinor: wallet.available,
    checkingMinor: checking.amount,
    checkingWords: checkingWords(checking.rewards),
    monthTitle: `Earned in ${formats.month(wallet.month)}`,
    earnedMinor: earned,
    leftWords: leftWords(earned, cap, formats),
    debt: wallet.owed > 0n ? debtNote(wallet.owed, formats) : undefined,
    waiting: wallet.waiting.rewards > 0n ? waitingNote(wallet.waiting, formats) : undefined,
    flows: flowsOf(years),
    years: years.map((one) => totalsRow(one.year, undefined, one, formats)),
    statement: statementCard(statement, wallet.statements, formats),
    empty: hasNothing(wallet) ? noCredit(formats.money(wallet.reward)) : undefined,
    chart: chartOf(wallet, formats),
    chartWords: `${formats.money(wallet.earnedEver)} since you joined.`,
  };
}

/** Whatever has left the balance, since the beginning. */
function flowsOf(years: Read['years']) {
  const sum = (flow: 'paidOut' | 'takenBack' | 'repaid') =>
    years.reduce((total, year) => total + year[flow], 0n);
  return [
    { term: 'Paid out', amountMinor: sum('paidOut'), detail: 'Since you joined.' },
    {
      term: 'Taken back',
      amountMinor: sum('takenBack') + sum('repaid'),
      detail: 'Since you joined, with what later rewards repaid.',
    },
  ];
}

/** Whoever never earned anything and was never refused anything has nothing to read. */
const hasNothing = ({ statements, earnedEver }: Wallet) =>
  statements.length === 1 && earnedEver === 0n;

function checkingWords(rewards: bigint): string {
  if (rewards === 0n) return 'Nothing is waiting for a check.';
  return rewards === 1n ? '1 accepted answer.' : `${String(rewards)} accepted answers.`;
}

function leftWords(earned: bigint, cap: bigint, { money }: Formats): string {
  const left = cap > earned ? cap - earned : 0n;
  const most = `You can earn up to ${money(cap)} a month`;
  return left === 0n ? `${most}, and you have.` : `${most}; ${money(left)} left.`;
}

const debtNote = (owed: bigint, { money }: Formats): Note => ({
  kind: 'info',
  lead: `${money(owed)} is still to be repaid.`,
  text: 'A reward was taken back after your balance was used. Your next rewards repay it first.',
});

const waitingNote = ({ amount }: Wallet['waiting'], { money }: Formats): Note => ({
  kind: 'info',
  icon: 'clock',
  lead: `${money(amount)} more is waiting.`,
  text:
    'The month’s reward budget was used up. Nobody loses anything: the oldest come first from ' +
    'the 1st of next month, or sooner if there is more budget, unless an answer fails its check.',
});

function chartOf({ byMonth, cap }: Wallet, formats: Formats): Html {
  const all = byMonth.map(
    ({ month, earned }) => `${formats.month(month)} ${formats.money(earned)}`,
  );
  const most = byMonth.reduce((top, { earned }) => (earned > top ? earned : top), cap);
  return bars({
    id: 'earned',
    title: 'Earned each month',
    desc: `${all.join(', ')}.`,
    labels: byMonth.map(({ month }) => formats.month(month).slice(0, 3)),
    series: [{ tone: 1, values: byMonth.map(({ earned }) => earned) }],
    format: formats.money,
    tick: (minor) => formats.money(minor).replace(/\.00$/, ''),
    ...{ width: 300, height: 200, max: most, highlight: byMonth.length - 1 },
  });
}
