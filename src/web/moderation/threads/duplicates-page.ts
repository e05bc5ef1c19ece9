import type { LikelyPair, Paired } from '../../../forum/duplicates/read-pairs.ts';
import type { Page } from '../../../forum/question-list.ts';
import { questionPath, withQuery } from '../../forum/paths.ts';
import type { Tabs } from '../../forum/tabs.ts';
import { nothingAlike, nothingApart, type EmptyState } from '../../look/empty.ts';
import type { Pager } from '../../look/notes.ts';
import { answersOf, STATES } from './merge-page.ts';

export const DUPLICATES = '/staff/duplicates';

/** Questions that may ask the same, in pairs. */
export type DuplicatesPage = {
  title: string;
  lede: string;
  tabs: Tabs;
  pairs: readonly PairLine[];
  empty: EmptyState;
  pager: Pager;
};

type PairLine = {
  newer: PairedLine;
  older: PairedLine;
  /** How alike they are and who says so. */
  facts: string;
  /** Where one goes into the other. */
  mergeHref: string;
  apartAction: string;
  /** Who said that they are not the same, and when; undefined where nobody did. */
  apart: { by: string; at: Date } | undefined;
};

type PairedLine = { href: string; title: string; askedAt: Date; facts: string };

type Shown = { apart: boolean; after?: string | undefined };

/** The address of the pairs to look at, or of those that were set apart. */
export const duplicatesPath = ({ apart, after }: Shown): string =>
  withQuery(DUPLICATES, { show: apart ? 'apart' : undefined, after });

export function duplicatesPage({ rows, next }: Page<LikelyPair>, shown: Shown): DuplicatesPage {
  const { apart, after } = shown;
  return {
    title: apart ? 'Not the same' : 'Likely duplicates',
    lede: apart
      ? 'Our team looked at these and keeps them apart. They are not suggested again.'
      : 'Two questions that may ask the same, as their words or a member suggest.',
    tabs: {
      label: 'Which pairs',
      links: [
        { href: duplicatesPath({ apart: false }), label: 'To look at', current: !apart },
        { href: duplicatesPath({ apart: true }), label: 'Not the same', current: apart },
      ],
    },
    pairs: rows.map(lineOf),
    empty: apart ? nothingApart : nothingAlike,
    pager: {
      label: 'More pairs',
      newer: after === undefined ? undefined : duplicatesPath({ apart }),
      older: next === null ? undefined : duplicatesPath({ apart, after: next }),
      words: { newer: 'Back to the first', older: 'More' },
    },
  };
}

function lineOf(pair: LikelyPair): PairLine {
  const { id, older, newer, percent, suggestedBy, setApartBy, set_apart_at } = pair;
  const facts = [
    ...(percent === null ? [] : [`${String(percent)} % alike`]),
    ...(suggestedBy.length === 0 ? [] : [`Suggested by ${suggestedBy.join(', ')}`]),
  ];
  return {
    ...{ newer: pairedLine(newer), older: pairedLine(older), facts: facts.join(' · ') },
    mergeHref: mergeHref(pair),
    apartAction: `${DUPLICATES}/${String(id)}/apart`,
    apart: set_apart_at && setApartBy !== null ? { by: setApartBy, at: set_apart_at } : undefined,
  };
}

/** The newer goes into the older, unless the newer alone is solved. */
function mergeHref({ older, newer }: LikelyPair): string {
  const wrongWay = newer.state !== 'open' && older.state === 'open';
  const [source, target] = wrongWay ? [older, newer] : [newer, older];
  return `/q/${String(source.id)}/merge?into=${String(target.id)}`;
}

const pairedLine = (question: Paired): PairedLine => ({
  ...{ href: questionPath(question), title: question.title, askedAt: question.asked_at },
  facts: [question.topic, STATES[question.state], answersOf(question)].join(' · '),
});
