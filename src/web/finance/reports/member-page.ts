import type { AnnualTotals, Year } from '../../../finance/reports/annual-totals.ts';
import type { AsOfLine, AsOfStatement } from '../../../finance/reports/as-of-statement.ts';
import type { Owed } from '../../../finance/reports/as-of.ts';
import { EVENTS } from '../../../finance/books/event-names.ts';
import type { LocalTime } from '../../../finance/local-time.ts';
import type { MemberRow } from '../../../members/rows.ts';
import type { Formats } from '../../format.ts';
import { answerPath } from '../../forum/paths.ts';
import type { ErrorSummary, Note, Pager } from '../../look/notes.ts';
import { asOfPath, clockNote, instantText, type AsOfField } from './instants.ts';
import { totalsRow, type TotalsRow } from './totals-page.ts';
import { entryPath } from '../books/transfer-words.ts';

/** What one member was owed at an instant, line by line, as finance reads it. */
export type MemberPage = ErrorSummary & {
  title: string;
  number: number;
  field: AsOfField;
  note: Note | undefined;
  figures: MemberFigures | undefined;
};

export type MemberFigures = {
  tiles: { term: string; amountMinor: bigint }[];
  lines: MemberLine[];
  pager: Pager;
  years: TotalsRow[];
};

export type MemberLine = {
  entry: { href: string; number: string };
  at: Date;
  what: string;
  state: string;
  about: { text: string; href: string | undefined } | undefined;
  checking: string;
  balance: string;
  /** What was owed after it, in all. */
  owed: string;
};

type Read = {
  time: LocalTime;
  owed: Owed;
  statement: AsOfStatement;
  years: (AnnualTotals & { year: Year })[];
  isFirst: boolean;
};

type Whose = Pick<MemberRow, 'id' | 'name'>;

export const noInstantOf = ({ id, name }: Whose, field: AsOfField): MemberPage => ({
  ...{ title: `${name} at a past instant`, number: id, field },
  ...{ note: undefined, figures: undefined },
  errors: field.error === undefined ? [] : [{ field: 'at', message: field.error }],
});

export function memberPage(
  { id, name }: Whose,
  { time, owed, statement, years, isFirst }: Read,
  field: AsOfField,
  formats: Formats,
): MemberPage {
  const path = `/finance/members/${String(id)}`;
  return {
    ...{ title: `${name} as of ${instantText(time.at, field.zone)}`, number: id, field },
    ...{ errors: [], note: clockNote(time, path, field.zone) },
    figures: {
      tiles: tilesOf(owed),
      lines: statement.lines.map((line) => lineOf(line, formats)),
      years: years.map((one) => totalsRow(one.year, undefined, one, formats)),
      pager: {
        label: 'Pages of the statement',
        newer: isFirst ? undefined : asOfPath(path, time.at),
        older: statement.older && asOfPath(path, time.at, { after: String(statement.older) }),
        words: { newer: 'Latest', older: 'Earlier' },
      },
    },
  };
}

const tilesOf = ({ pending, available, inTransit }: Owed) => [
  { term: 'Being checked', amountMinor: pending },
  { term: 'Balance', amountMinor: available },
  { term: 'On its way', amountMinor: inTransit },
];

function lineOf(line: AsOfLine, { money }: Formats): MemberLine {
  const { change, after, about } = line;
  const signed = (amount: bigint) => (amount > 0n ? `+${money(amount)}` : money(amount));
  const orNothing = (amount: bigint) => (amount === 0n ? '' : signed(amount));
  return {
    entry: { href: entryPath(line), number: line.seq === null ? 'New' : String(line.seq) },
    at: line.recorded_at,
    what: line.undid === null ? EVENTS[line.event] : `${EVENTS[line.undid]}: undone`,
    state: stateOf(line),
    about: about === null ? undefined : linkTo(about),
    checking: orNothing(change.pending),
    balance: orNothing(change.available + change.inTransit),
    owed: money(after.pending + after.available + after.inTransit),
  };
}

function stateOf({ pending, was_settled, was_undone }: AsOfLine): string {
  if (was_undone) return 'Undone';
  if (!pending) return '';
  return was_settled ? 'Settled' : 'Waiting';
}

const linkTo = (about: NonNullable<AsOfLine['about']>) =>
  about.title === null
    ? { text: 'A question that was removed', href: undefined }
    : {
        text: about.title,
        href: answerPath({ id: about.question_id, slug: about.slug }, about.answer_id),
      };
