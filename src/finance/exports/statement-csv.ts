import type { Statement, StatementLine } from '../statement/statement.ts';
import { STATES } from '../statement/statement-words.ts';
import { amount, day, type Cell } from './cells.ts';
import { row } from './csv.ts';

type Place = { siteUrl: string; currency: string };

/** A member's month for a spreadsheet: what it began with, every line, and what it ended with. */
export function statementCsv(statement: Statement, { siteUrl, currency }: Place): string {
  const { opening, lines, closing } = statement;
  const line = (cells: Cell[], { change, after }: Pick<StatementLine, 'change' | 'after'>) =>
    row([
      ...cells,
      ...[change.checking, change.balance, after.checking, after.balance].map(amount),
      currency,
    ]);
  const edge = (title: string, after: StatementLine['after']) =>
    line(['', '', title, '', '', '', ''], { change: { checking: 0n, balance: 0n }, after });
  return [
    row(COLUMNS),
    edge('Opening', opening),
    ...lines.map((of) => line(textsOf(of, siteUrl), of)),
    edge('Closing', closing),
  ].join('');
}

const COLUMNS = [
  ...['date', 'recorded_at', 'what', 'reason', 'status', 'question', 'address'],
  ...['being_checked', 'balance', 'being_checked_after', 'balance_after', 'currency'],
];

function textsOf({ date, at, title, reason, state, about }: StatementLine, siteUrl: string) {
  const address =
    about?.title == null
      ? ''
      : `${siteUrl}/q/${String(about.question_id)}/${about.slug}#a-${String(about.answer_id)}`;
  return [day(date), at.toISOString(), title, reason, STATES[state], about?.title ?? '', address];
}
