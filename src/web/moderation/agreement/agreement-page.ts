import type { KnownAnswers } from '../../../moderation/agreement/known-items/read-answers.ts';
import type { Pair } from '../../../moderation/agreement/read-pairs.ts';
import type { AgreementTermRow } from '../../../moderation/rows.ts';
import type { Formats } from '../../format.ts';
import { form, type Form } from '../../form-page.ts';
import type { FieldErrors, Typed } from '../../forms.ts';
import {
  figuresOf,
  groupsOf,
  METHOD,
  pairsOf,
  shareWords,
  type Figures,
  type Method,
} from './figures.ts';

/** How far our team agrees: overall, by topic, by month, and to an admin by person. */
export type AgreementPage = {
  title: string;
  lede: string;
  tables: readonly FigureTable[];
  known: readonly KnownLine[] | undefined;
  terms: string;
  links: readonly { href: string; label: string }[];
  form: Form | undefined;
  method: Method;
};

export type FigureTable = { id: string; title: string; first: string; rows: readonly Figures[] };

export type KnownLine = { name: string; answered: string; agreed: string };

export type Read = {
  pairs: readonly Pair[];
  known: readonly KnownAnswers[];
  terms: AgreementTermRow | undefined;
};

export function agreementPage(read: Read, formats: Formats): AgreementPage {
  const { pairs, terms } = read;
  const by = (nameOf: (pair: Pair) => string) => groupsOf(pairs, nameOf, formats);
  return {
    title: 'Agreement',
    lede: 'How often two of us, judging the same answer alone, come to the same verdict.',
    tables: [
      table('all', 'Altogether, in twelve months', 'What', [
        figuresOf('Everything', pairs, formats),
      ]),
      table(
        'topics',
        'By topic',
        'Topic',
        by(({ topic }) => topic),
      ),
      table('months', 'By month', 'Month', monthsOf(pairs, formats)),
    ],
    known: undefined,
    terms: termsWords(terms),
    links: [
      { href: '/staff/agreement/me', label: 'Your own figures' },
      { href: '/staff/agreement/known', label: 'Known items' },
      { href: '/staff/draws', label: 'What was drawn for a check' },
    ],
    form: undefined,
    method: METHOD,
  };
}

/** The same with each person's figures, by name and in no other order, and the terms to change. */
export function adminAgreementPage(
  read: Read,
  formats: Formats,
  errors?: FieldErrors,
  typed?: Typed,
): AgreementPage {
  const page = agreementPage(read, formats);
  const people = new Map(
    read.pairs.flatMap(({ members: [one, other], names }) => [
      [one, names[0]] as const,
      [other, names[1]] as const,
    ]),
  );
  const rows = [...people]
    .sort(([, one], [, other]) => one.localeCompare(other))
    .map(([id, name]) => figuresOf(name, pairsOf(read.pairs, id), formats));
  return {
    ...{ ...page, links: [], form: termsForm(read.terms, errors, typed) },
    tables: [
      ...page.tables,
      table('people', 'By person, with whoever judged it too', 'Name', rows),
    ],
    known: read.known.map(({ name, answered, agreed }) => ({
      ...{ name, answered: formats.count(answered) },
      agreed: shareWords(agreed, answered),
    })),
  };
}

export const monthsOf = (pairs: readonly Pair[], formats: Formats): Figures[] =>
  groupsOf(pairs, ({ month }) => month, formats).map((row) => ({
    ...row,
    name: formats.month(row.name),
  }));

export const table = (
  id: string,
  title: string,
  first: string,
  rows: readonly Figures[],
): FigureTable => ({ id, title, first, rows });

function termsWords(terms: AgreementTermRow | undefined): string {
  if (!terms) return 'Nothing is judged twice yet: an admin says how much is.';
  const known = terms.known_every
    ? `one in ${String(terms.known_every)} items is a known one`
    : 'no known items are mixed in';
  const share = terms.double_share === 0 ? 'No' : `${String(terms.double_share)} in 100`;
  return `${share} checks are judged by two people, and ${known}.`;
}

function termsForm(terms: AgreementTermRow | undefined, errors?: FieldErrors, typed?: Typed) {
  const fields = [
    {
      ...{ name: 'double_share', label: 'Checks in a hundred that two people judge' },
      ...{ value: String(terms?.double_share ?? 0), hint: 'A third decides where they differ.' },
    },
    {
      ...{ name: 'known_every', label: 'One known item in so many', optional: true },
      ...{ value: String(terms?.known_every ?? ''), hint: 'Empty: none. From 2 to 1,000.' },
    },
    { name: 'reason', label: 'Why', kind: 'long' as const },
  ];
  return form({ action: '/admin/agreement', submit: 'Change it', fields }, errors, typed);
}
