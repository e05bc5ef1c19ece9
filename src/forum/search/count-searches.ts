import { createHmac } from 'node:crypto';

import type { Knex } from 'knex';

import { createGathering } from '../gathering.ts';
import { foldedWords } from '../similar/fold.ts';

/**
 * What is counted of a search: that it was made, that nothing had all of its words, that a result
 * was opened, and that somebody went on to the form for a question.
 */
export type SearchOutcome = 'searches' | 'nothing' | 'opened' | 'asked';

/** Gathers what came of searches in memory, so that reading a page writes nothing. */
export type SearchCounter = {
  count: (words: string, ...outcomes: SearchOutcome[]) => void;
  /** Adds what was gathered to today's counts, in one statement; kept for next time if it fails. */
  flush: () => Promise<void>;
};

type Needs = {
  db: Knex;
  now: () => Date;
  /** IANA name: a day begins at its midnight. */
  timeZone: string;
  /** What the fingerprints of words are keyed with. */
  secret: string;
  /** Whether a text may say something of somebody: it is then counted without any of it. */
  isPersonal: (text: string) => boolean;
};

type Counts = Record<SearchOutcome, number>;

/** A counter that writes to this database when whoever made it calls `flush`. */
export function createSearchCounter(needs: Needs): SearchCounter {
  const { add, flush } = createGathering<string, Counts>({
    together: (one, other) => countsOf((outcome) => one[outcome] + other[outcome]),
    write: (gathered) => needs.db.raw(ADD, bindings(needs, gathered)),
    bound: { most: MOST, rest: '' },
  });
  const count: SearchCounter['count'] = (words, ...outcomes) => {
    const counts = countsOf((outcome) => Number(outcomes.includes(outcome)));
    add(keptWords(words, needs.isPersonal), counts);
  };
  return { count, flush };
}

const countsOf = (count: (outcome: SearchOutcome) => number): Counts => ({
  searches: count('searches'),
  nothing: count('nothing'),
  opened: count('opened'),
  asked: count('asked'),
});

/** How many different searches are told apart between two flushes; the rest are counted together. */
const MOST = 5_000;

/** Characters. What is longer is a letter rather than a search. */
const LONGEST = 100;

/** The words that searches for the same have in common; '' where they may be personal. */
export function keptWords(typed: string, isPersonal: (text: string) => boolean): string {
  const words = foldedWords(typed).join(' ');
  const digits = words.replaceAll(/\D/g, '').length;
  return digits > MOST_DIGITS || words.length > LONGEST || isPersonal(typed) ? '' : words;
}

/** More may be the number of an account, of an order or of a bill. */
const MOST_DIGITS = 5;

function bindings({ secret, now, timeZone }: Needs, taken: ReadonlyMap<string, Counts>) {
  const rows = [...taken];
  const print = (words: string) => createHmac('sha256', secret).update(`search:${words}`);
  return {
    ...{ at: now(), timeZone },
    prints: rows.map(([words]) => (words === '' ? '' : print(words).digest('base64url'))),
    words: rows.map(([words]) => words),
    searches: rows.map(([, { searches }]) => searches),
    nothing: rows.map(([, { nothing }]) => nothing),
    opened: rows.map(([, { opened }]) => opened),
    asked: rows.map(([, { asked }]) => asked),
  };
}

/**
 * The words themselves are kept once they were searched for on an earlier day, too. Rows are written
 * in the order of their prints, so that two processes can flush at once.
 */
const ADD = `
  insert into search_counts as c (searched_on, print, words, searches, nothing, opened, asked)
  select today.day, g.print,
         case when g.print <> '' and exists (
           select from search_counts e
            where e.print = g.print and e.searched_on < today.day and e.searches > 0)
         then g.words end,
         g.searches, g.nothing, g.opened, g.asked
    from (select (:at::timestamptz at time zone :timeZone)::date as day) as today
   cross join unnest(:prints::text[], :words::text[], :searches::int[], :nothing::int[],
                     :opened::int[], :asked::int[])
           as g (print, words, searches, nothing, opened, asked)
   order by g.print
      on conflict (searched_on, print) do update
     set words = coalesce(c.words, excluded.words),
         searches = c.searches + excluded.searches, nothing = c.nothing + excluded.nothing,
         opened = c.opened + excluded.opened, asked = c.asked + excluded.asked`;
