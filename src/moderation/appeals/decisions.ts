import type { Knex } from 'knex';

import type { AnswerId, CommentId, QuestionId } from '../../forum/rows.ts';
import type { MemberId } from '../../members/rows.ts';

/** What kinds of decisions can be appealed against. */
export const KINDS = ['removal', 'finding', 'verdict', 'fraud', 'sanction'] as const;
export type DecisionKind = (typeof KINDS)[number];

/** A decision by a person, as an appeal against it sees it. */
export type AppealableDecision = {
  kind: DecisionKind;
  id: number;
  /** The rule it was decided by. */
  ground: string;
  /** What the decider wrote to the member. */
  note: string;
  decided_by: MemberId;
  decider: string;
  decided_at: Date;
  /** Whether it is still in force, or was when its time was over. */
  stands: boolean;
  /** Who may appeal: whoever wrote the post, or lost a reward by its removal, or was sanctioned. */
  appellants: number[];
  /** Whoever has a part in the matter: wrote, asked. */
  parties: number[];
  question_id: QuestionId | null;
  answer_id: AnswerId | null;
  comment_id: CommentId | null;
  /** Of the question it is about. */
  title: string | null;
  slug: string | null;
};

/** The decision that a subject such as removal:4 names; undefined if there is none. */
export async function findDecision(
  db: Knex,
  subject: string,
): Promise<AppealableDecision | undefined> {
  const parsed = parseSubject(subject);
  if (!parsed) return undefined;
  const { rows } = await db.raw<{ rows: AppealableDecision[] }>(
    `${SELECTS[parsed.kind]} where d.id = ? order by decided_at desc limit 1`,
    [parsed.id],
  );
  return rows[0];
}

/** Every decision that a member may or might once have appealed against, the latest first. */
export async function readDecisionsOn(db: Knex, memberId: MemberId): Promise<AppealableDecision[]> {
  const selects = KINDS.map((kind) => `(${SELECTS[kind]} where ${OF_MEMBER[kind]})`);
  const { rows } = await db.raw<{ rows: AppealableDecision[] }>(
    `${selects.join(' union all ')} order by decided_at desc limit 200`,
    { me: memberId },
  );
  return rows;
}

/** The name under which a decision is appealed against. */
export const subjectOf = ({ kind, id }: Pick<AppealableDecision, 'kind' | 'id'>) =>
  `${kind}:${String(id)}`;

/** The kind and id in a subject; undefined for anything else. */
export function parseSubject(subject: string): { kind: DecisionKind; id: number } | undefined {
  const [, kind, id] = /^([a-z]+):([1-9]\d{0,8})$/.exec(subject) ?? [];
  const known = KINDS.find((one) => one === kind);
  return known && { kind: known, id: Number(id) };
}

const OF_POST = `
    left join comments c on c.id = d.comment_id
    left join answers n on n.id = coalesce(d.answer_id, c.answer_id)
    join questions q on q.id = coalesce(d.question_id, n.question_id, c.question_id)`;

const POST = `
  q.id as question_id, coalesce(d.answer_id, c.answer_id) as answer_id, d.comment_id,
  q.title, q.slug, coalesce(c.author_id, case when d.answer_id is not null then n.author_id end,
                            q.author_id) as author_id`;

/** Of a removed question, whoever lost a reward by it may appeal as well. */
const REMOVAL = `
  select 'removal' as kind, d.id, d.reason as ground, d.note, d.removed_by as decided_by,
         m.name as decider, d.removed_at as decided_at, d.restored_at is null as stands,
         array_remove(array[p.author_id, lost.author_id], null) as appellants,
         array_remove(array[p.author_id, p.asker_id, lost.author_id], null) as parties,
         p.question_id, p.answer_id, p.comment_id, p.title, p.slug
    from removals d
    join members m on m.id = d.removed_by
   cross join lateral (select ${POST}, q.author_id as asker_id from (select) as one ${OF_POST}) p
    left join lateral (
      select a.author_id from acceptances a
       where d.withdrew_acceptance and d.question_id = a.question_id
         and a.withdrawn_because = 'removed' and a.withdrawn_at = d.removed_at) lost on true`;

const FINDING = `
  select 'finding' as kind, d.id, 'personal-data' as ground, d.reason as note, d.decided_by,
         m.name as decider, d.decided_at, d.state = 'masked' as stands,
         array[p.author_id] as appellants, array[p.author_id, p.asker_id] as parties,
         p.question_id, p.answer_id, p.comment_id, p.title, p.slug
    from personal_data_findings d
    join members m on m.id = d.decided_by
   cross join lateral (select ${POST}, q.author_id as asker_id from (select) as one ${OF_POST}) p`;

/** A pass takes nothing, so only a fail can be appealed against. */
const VERDICT = `
  select 'verdict' as kind, d.id, d.reason as ground, d.note, d.moderator_id as decided_by,
         m.name as decider, d.decided_at, d.undone_at is null as stands,
         array[a.author_id] as appellants,
         array[a.author_id, a.asker_id, a.accepted_by] as parties,
         a.question_id, a.answer_id, null::int as comment_id, q.title, q.slug
    from (select * from verdicts where verdict = 'fail') d
    join audits u on u.id = d.audit_id
    join acceptances a on a.id = u.acceptance_id
    join questions q on q.id = a.question_id
    join members m on m.id = d.moderator_id`;

const SANCTION = `
  select 'sanction' as kind, d.id, t.slug as ground, d.note, d.imposed_by as decided_by,
         m.name as decider, d.imposed_at as decided_at,
         not exists (select from appeals x
                      where x.subject = 'sanction:' || d.id and x.decision = 'overturned') as stands,
         array[d.member_id] as appellants, array[d.member_id] as parties,
         null::int as question_id, null::int as answer_id, null::int as comment_id,
         null as title, null as slug
    from sanctions d
    join sanction_texts t on t.id = d.text_id
    join members m on m.id = d.imposed_by`;

/** One for each member of a case, named by the first acceptance of theirs that it took back. */
const FRAUD = `
  select 'fraud' as kind, d.id, 'fraud' as ground, '' as note, f.decided_by, m.name as decider,
         f.closed_at as decided_at,
         not exists (select from appeals x
                      where x.subject = 'fraud:' || d.id and x.decision = 'overturned') as stands,
         array[d.author_id] as appellants,
         array(select member_id from fraud_case_members where case_id = f.id) as parties,
         a.question_id, a.answer_id, null::int as comment_id, q.title, q.slug
    from (select min(t.acceptance_id) as id, t.case_id, o.author_id
            from fraud_takings t join acceptances o on o.id = t.acceptance_id
           group by t.case_id, o.author_id) d
    join fraud_cases f on f.id = d.case_id
    join acceptances a on a.id = d.id
    join questions q on q.id = a.question_id
    join members m on m.id = f.decided_by`;

const SELECTS: Record<DecisionKind, string> = {
  removal: REMOVAL,
  finding: FINDING,
  verdict: VERDICT,
  fraud: FRAUD,
  sanction: SANCTION,
};

const OF_MEMBER: Record<DecisionKind, string> = {
  removal: ':me in (p.author_id, lost.author_id)',
  finding: 'p.author_id = :me',
  verdict: 'a.author_id = :me',
  fraud: 'd.author_id = :me',
  sanction: 'd.member_id = :me',
};
