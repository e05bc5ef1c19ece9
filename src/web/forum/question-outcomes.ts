import type { Knex } from 'knex';

import type { AcceptanceId, AnswerId, QuestionRow } from '../../forum/rows.ts';
import type { ThreadAcceptance } from '../../forum/thread.ts';
import type { Rubric } from '../../moderation/agreement/rubric.ts';
import type { VerdictRow } from '../../moderation/rows.ts';
import { KEEPING, type Keeping } from '../../rewards/keeping.ts';
import type { RewardRow } from '../../rewards/rows.ts';

/** What came of one acceptance: how the answer was checked and what was paid for it. */
export type Outcome = {
  acceptance: ThreadAcceptance;
  /** Whether the answer waits in the queue of the audit desk. */
  waiting: boolean;
  /** Until when the asker may object to what our team accepted for them. */
  objectUntil: Date | null;
  /** The verdict that stands. */
  verdict: Verdict | undefined;
  reward: Reward | undefined;
};

export type Verdict = Pick<
  VerdictRow,
  'verdict' | 'reason' | 'note' | 'decided_at' | 'decided_as' | 'answer_version' | keyof Rubric
> & { moderator: string };

type Reward = Pick<
  RewardRow,
  'state' | 'amount_minor' | 'currency' | 'refusal' | 'cleared_because' | 'hold_until'
> & {
  changed_at: Date;
  keeping: Keeping | null;
  /** The earlier answer that this one says word for word, where the rules refused it for that. */
  copy_of: CopiedAnswer | null;
};

/** Whose answer was copied, when it was given and where it stands. */
export type CopiedAnswer = Pick<QuestionRow, 'id' | 'slug'> & {
  answer: AnswerId;
  author: string;
  /** As the database writes an instant in JSON. */
  at: string;
};

/**
 * The outcomes of a thread's acceptances, in their order, in one query. States of rewards are for
 * everybody to see; nobody's balance is read here.
 */
export async function readOutcomes(
  db: Knex,
  acceptances: readonly ThreadAcceptance[],
): Promise<Outcome[]> {
  if (acceptances.length === 0) return [];
  const { rows } = await db.raw<{ rows: OutcomeColumns[] }>(OUTCOMES, [
    acceptances.map(({ id }) => id),
  ]);
  return acceptances.map((acceptance) => {
    const row = rows.find(({ id }) => id === acceptance.id);
    return {
      acceptance,
      waiting: row?.waiting ?? false,
      objectUntil: row?.object_until ?? null,
      verdict: row && verdictOf(row),
      reward: row && rewardOf(row),
    };
  });
}

type Nullable<Row> = { [Column in keyof Row]: Row[Column] | null };

type OutcomeColumns = { id: AcceptanceId; waiting: boolean; object_until: Date | null } & Nullable<
  Verdict & Omit<Reward, 'state'> & { reward_state: Reward['state'] }
>;

const OUTCOMES = `
  select c.id,
         exists (select from audits a where a.acceptance_id = c.id and a.state = 'waiting')
           as waiting,
         (select s.object_until from silent_acceptances s
           where s.acceptance_id = c.id and s.outcome is null) as object_until,
         v.verdict, v.reason, v.note, v.decided_at, v.decided_as, v.answer_version, v.moderator,
         v.correct, v.complete, v.safe, v.clear, v.original,
         r.state as reward_state, r.amount_minor, r.currency, r.refusal, r.cleared_because,
         r.hold_until, r.changed_at, case r.state when 'held' then ${KEEPING} end as keeping,
         case when r.refusal = 'copy' then (
           select json_build_object('id', q.id, 'slug', q.slug, 'answer', s.id, 'author', m.name,
                                    'at', s.answered_at)
             from near_copies n
             join answers s on s.id = n.source_answer_id
             join questions q on q.id = s.question_id
             join members m on m.id = s.author_id
            where n.answer_id = c.answer_id and n.kind = 'exact' and not n.own
            order by n.id
            limit 1) end as copy_of
    from acceptances c
    left join rewards r on r.acceptance_id = c.id
    left join lateral (
           select verdicts.*,
                  case verdicts.decided_as when 'stewards' then 'Two stewards' else m.name end
                    as moderator
             from audits a
             join verdicts on verdicts.audit_id = a.id and verdicts.undone_at is null
             join members m on m.id = verdicts.moderator_id
            where a.acceptance_id = c.id
            order by verdicts.id desc
            limit 1) v on true
   where c.id = any(?)`;

/** A left join leaves all of a row out or nothing of it. */
function verdictOf(row: OutcomeColumns): Verdict | undefined {
  return row.verdict === null ? undefined : (row as Verdict);
}

function rewardOf({ reward_state: state, ...row }: OutcomeColumns): Reward | undefined {
  return state === null ? undefined : ({ ...row, state } as Reward);
}
