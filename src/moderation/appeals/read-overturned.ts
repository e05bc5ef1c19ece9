import type { Knex } from 'knex';

import type { DecisionKind } from './decisions.ts';

/** How a rule has held up: what was decided by it, and what became of that. */
export type RuleInUse = {
  kind: DecisionKind;
  /** The reason of the removal or the verdict, or the name of the sanction's text. */
  ground: string;
  decided: number;
  appealed: number;
  /** Still waiting for somebody. */
  waiting: number;
  overturned: number;
};

/**
 * Decisions made from an instant until just before another, by the rule they were decided by, with
 * those of them that were appealed against and overturned since, on appeal or by staff who looked at
 * what stewards had decided; the most overturned first.
 */
export async function readOverturned(
  db: Knex,
  { from, before }: { from: Date; before: Date },
): Promise<RuleInUse[]> {
  const { rows } = await db.raw<{ rows: RuleInUse[] }>(
    `with decided (kind, id, ground, at, replaced) as (
       select 'removal', id, reason, removed_at, false from removals
       union all
       select 'verdict', v.id, v.reason, v.decided_at, p.id is not null
         from verdicts v left join verdicts p on p.replaces_id = v.id
        where v.verdict = 'fail' and (v.undone_at is null or p.id is not null)
       union all
       select 'finding', f.id, 'personal-data', f.decided_at, false
         from personal_data_findings f
        where f.decided_by is not null
          and (f.state = 'masked'
               or exists (select from appeals a where a.subject = 'finding:' || f.id))
       union all
       select 'fraud', min(t.acceptance_id), 'fraud', f.closed_at, false
         from fraud_takings t
         join fraud_cases f on f.id = t.case_id
         join acceptances a on a.id = t.acceptance_id
        group by f.id, a.author_id
       union all
       select 'sanction', s.id, t.slug, s.imposed_at, false
         from sanctions s join sanction_texts t on t.id = s.text_id)
     select kind, ground, count(*)::int as decided, count(a.subject)::int as appealed,
            (count(*) filter (where a.waits))::int as waiting,
            (count(*) filter (where a.overturned or d.replaced))::int as overturned
       from decided d
       left join lateral (
         select subject, bool_or(decision is null) as waits,
                bool_or(decision is not distinct from 'overturned') as overturned
           from appeals where subject = d.kind || ':' || d.id group by subject) a on true
      where at >= :from and at < :before
      group by kind, ground
      order by overturned desc, decided desc, kind, ground`,
    { from, before },
  );
  return rows;
}
