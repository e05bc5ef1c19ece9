import type { Knex } from 'knex';

import { STAGE, type WaitStage } from './unanswered.ts';

/** How many questions had their first answer in a stage, and how long they had waited by then. */
export type AnsweredIn = { stage: WaitStage; answered: number; medianSeconds: number };

/** Of what was answered since an instant, by who had been asked by then. */
export async function countAnswered(db: Knex, since: Date): Promise<AnsweredIn[]> {
  const { rows } = await db.raw<{ rows: AnsweredIn[] }>(
    `select ${STAGE} as stage, count(*)::int as answered,
            percentile_disc(0.5) within group (
              order by extract(epoch from w.ended_at - w.since)::int) as "medianSeconds"
       from question_waits w
      where w.ended_because = 'answered' and w.ended_at > :since
      group by 1`,
    { since },
  );
  return rows;
}
