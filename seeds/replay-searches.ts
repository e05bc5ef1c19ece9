import { createSearchCounter } from '../src/forum/search/count-searches.ts';
import { saveSynonyms } from '../src/moderation/search/change-synonyms.ts';
import { as, type Stage } from './stage.ts';
import type { Happening } from './timeline.ts';

/** What people looked for in the last weeks, and what Hannah did about some of it. */
export function replaySearches(stage: Stage, counting: Counting): Happening[] {
  const { daysAgo } = stage.calendar;
  const days = Array.from({ length: 14 }, (_, nth) => daysAgo(14 - nth, '21:00'));
  return [
    ...days.map((at, nth) => ({ at, happen: () => countDay(stage, counting, at, nth) })),
    {
      at: daysAgo(5, '11:20'),
      happen: () =>
        as(stage, 'Hannah', (work) =>
          saveSynonyms(work, { id: undefined, terms: ['spend cap', 'spending limit', 'bill cap'] }),
        ),
    },
  ];
}

type Counting = { secret: string; timeZone: string };

async function countDay({ db }: Stage, counting: Counting, at: Date, nth: number): Promise<void> {
  const { count, flush } = createSearchCounter({
    ...{ db, now: () => at, ...counting },
    isPersonal: () => false,
  });
  const times = (often: number, act: () => void) => {
    for (let time = 0; time < often; time += 1) act();
  };
  for (const { words, often, nothing = 0, opened = 0, asked = 0 } of SEARCHED) {
    times((often + nth) % 5, () => {
      count(words, 'searches');
    });
    times(nothing, () => {
      count(words, 'searches', 'nothing');
    });
    times(opened, () => {
      count(words, 'opened');
    });
    times(nth % 3 === 0 ? asked : 0, () => {
      count(words, 'asked');
    });
  }
  await flush();
}

type Searched = { words: string; often: number; nothing?: number; opened?: number; asked?: number };

const SEARCHED: readonly Searched[] = [
  { words: 'esim', often: 4, opened: 3 },
  { words: 'voicemail', often: 3, opened: 2 },
  { words: 'roaming in spain', often: 2, opened: 1, asked: 1 },
  { words: 'satellite texting', often: 0, nothing: 2, asked: 1 },
  { words: 'smart watch plan', often: 0, nothing: 1, asked: 1 },
  { words: 'spend cap', often: 0, nothing: 1 },
  { words: 'bill higher than last month', often: 4, opened: 1 },
  { words: 'refund', often: 3 },
];
