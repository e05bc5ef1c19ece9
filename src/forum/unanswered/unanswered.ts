import { visible } from '../visible.ts';

/**
 * Whether a question `q` waits for its first answer, as SQL: readers see it, any member may answer,
 * and nobody has. The index `questions_unanswered` has these rows and no others.
 */
export const UNANSWERED = `(${visible.question} and q.state = 'open' and q.answer_count = 0
  and q.locked_at is null)`;

/** How far a wait `w`, where there is one, has come, as SQL. */
export const STAGE = `case when w.staff_at is not null then 'team'
  when w.experts_at is not null then 'experts' else 'new' end`;

/** Who has been asked: nobody yet, people who know the topic, our team. */
export type WaitStage = 'new' | 'experts' | 'team';
