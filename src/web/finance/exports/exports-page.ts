import { isFormat } from '../../../finance/exports/formats.ts';
import type { ExportPage as Exports, TakenExport } from '../../../finance/exports/read-exports.ts';
import type { Period } from '../../../finance/closing/periods.ts';
import { parseMonth, type Month } from '../../../ledger/dates.ts';
import { form, type Form } from '../../form-page.ts';
import type { Formats } from '../../format.ts';
import type { FieldErrors, Typed } from '../../forms.ts';
import { withQuery } from '../../forum/paths.ts';
import type { Note, Pager } from '../../look/notes.ts';
import { fileAddress } from './downloads.ts';
import { FORMAT_NAMES } from './format-names.ts';
import { monthOptions } from '../books/ledger-page.ts';

export type ExportsPage = {
  title: string;
  form: Form;
  rows: ExportLine[];
  pager: Pager;
};

/** A file that was taken, in one line. */
export type ExportLine = {
  href: string;
  what: string;
  file: string;
  state: string;
  tone: '' | 'ok';
  entries: string;
  maker: string;
  at: Date;
  digest: string;
};

export type ExportPage = {
  title: string;
  crumb: string;
  /** What the same file would be today. */
  verdict: Note;
  facts: { term: string; text: string }[];
  file: { label: string; href: string } | undefined;
};

type Read = Exports & {
  periods: Period[];
  current: Month;
  month: Month | undefined;
  isFirst: boolean;
};

export function exportsPage(
  read: Read,
  formats: Formats,
  errors: FieldErrors = {},
  typed: Typed = {},
): ExportsPage {
  const address = (after?: number) =>
    withQuery('/finance/exports', { after: after === undefined ? undefined : String(after) });
  return {
    title: 'Exports',
    form: form(
      {
        ...{ action: '/finance/exports', submit: 'Export' },
        fields: [
          {
            ...{ name: 'month', label: 'Month', kind: 'select', options: monthsOf(read, formats) },
            value: read.month ?? read.current,
          },
          {
            ...{ name: 'format', label: 'File', kind: 'select', value: 'journal' },
            options: Object.entries(FORMAT_NAMES).map(([value, label]) => ({ value, label })),
          },
        ],
      },
      errors,
      typed,
    ),
    rows: read.exports.map((taken) => lineOf(taken, formats)),
    pager: {
      label: 'Pages of exports',
      newer: read.isFirst ? undefined : address(),
      older: read.older === undefined ? undefined : address(read.older),
      words: { newer: 'Latest', older: 'Earlier' },
    },
  };
}

/** One export and the same file as it would be today; `digest` is undefined where it cannot be. */
export function exportPage(
  taken: TakenExport,
  digest: string | undefined,
  formats: Formats,
): ExportPage {
  const { month, format, through_seq, state } = taken;
  const known = parseMonth(month);
  const through = state === 'closed' ? undefined : through_seq;
  return {
    title: `Export ${String(taken.id)}`,
    crumb: `Export ${String(taken.id)}`,
    verdict: verdictOf(taken, digest),
    facts: factsOf(taken, formats),
    file:
      known && isFormat(format)
        ? { label: taken.file, href: fileAddress(format, known, through) }
        : undefined,
  };
}

function monthsOf({ periods, current, month }: Read, formats: Formats) {
  const booked = monthOptions(periods, formats).map(([value, label]) => ({ value, label }));
  const others = [current, month].filter(
    (other, index, all) =>
      other !== undefined &&
      all.indexOf(other) === index &&
      booked.every(({ value }) => value !== other),
  );
  return [
    ...others.map((other) => ({ value: String(other), label: formats.month(String(other)) })),
    ...booked,
  ];
}

const lineOf = (taken: TakenExport, formats: Formats): ExportLine => ({
  href: `/finance/exports/${String(taken.id)}`,
  what: `${nameOf(taken.format)}, ${formats.month(taken.month)}`,
  file: taken.file,
  ...(taken.state === 'closed'
    ? { state: 'Closed', tone: 'ok' as const }
    : { state: 'Open', tone: '' as const }),
  entries: entriesOf(taken),
  maker: taken.maker,
  at: taken.made_at,
  digest: `${taken.sha256.slice(0, 12)}…`,
});

const nameOf = (format: string) => (isFormat(format) ? FORMAT_NAMES[format] : format);

function entriesOf({ first_seq, last_seq }: TakenExport): string {
  if (first_seq === null || last_seq === null) return 'none';
  return `${String(first_seq)} to ${String(last_seq)}`;
}

function verdictOf({ sha256 }: TakenExport, digest: string | undefined): Note {
  if (digest === undefined) {
    return { kind: 'info', lead: 'This kind of file is no longer made.', status: true };
  }
  if (digest === sha256) {
    return {
      ...{ kind: 'info', icon: 'check', status: true },
      lead: 'The same file.',
      text: 'Made again today, up to the same entry, it has the same digest.',
    };
  }
  return {
    ...{ kind: 'warn', status: true },
    lead: 'Not the same file.',
    text:
      'Made again today, it has another digest. A month that is open changes with the general' +
      ' ledger’s codes; a closed month should not: run the ledger’s verification.',
  };
}

function factsOf(taken: TakenExport, formats: Formats) {
  const { month, state, currency } = taken;
  const money = (minor: bigint) =>
    currency === null ? formats.money(minor) : formats.money(minor, currency);
  const facts: [string, string | null][] = [
    ['File', taken.file],
    ['Taken by', `${taken.maker}, ${formats.dateTime(taken.made_at)}`],
    ['Month', `${formats.month(month)}, ${state} when it was taken`],
    ['Entries', `${entriesOf(taken)}; made up to entry ${String(taken.through_seq)}`],
    ['Rows', formats.count(taken.row_count)],
    ['Debits and credits', `${money(taken.debit_minor)} = ${money(taken.credit_minor)}`],
    ['Bytes', formats.count(taken.bytes)],
    ['SHA-256', taken.sha256],
    ['Sealed entries', taken.tree_size === null ? null : formats.count(taken.tree_size)],
    ['Root', taken.root],
  ];
  return facts.flatMap(([term, text]) => (text === null ? [] : [{ term, text }]));
}
