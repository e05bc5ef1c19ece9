import type { Knex } from 'knex';

/** Fewer questions than this say nothing about the next one. */
export const ENOUGH = 10;

/** How long a first answer takes; `unanswered` where fewer than half of the questions get one. */
export type Wait = 'unknown' | 'unanswered' | { seconds: number };

/** What whoever asks at this instant can expect, by what was last counted of its hour. */
export async function readWait(db: Knex, at: Date, timeZone: string): Promise<Wait> {
  const row = await db('answer_waits')
    .where({ hour: hourOf(at, timeZone) })
    .first();
  if (!row || row.questions < ENOUGH) return 'unknown';
  return row.median_seconds === null ? 'unanswered' : { seconds: row.median_seconds };
}

const hourOf = (at: Date, timeZone: string): number =>
  Number(
    new Intl.DateTimeFormat('en-GB', { hour: '2-digit', hourCycle: 'h23', timeZone }).format(at),
  );
