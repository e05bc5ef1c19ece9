import type { Knex } from 'knex';

import type { GovernanceStepRow, ModerationLogRow, QueueItemRow } from '../rows.ts';

/** From an instant until just before another. */
export type Stretch = { from: Date; before: Date };

/** How often something was decided, on a ground. */
export type Total = {
  kind: 'check' | 'removal' | 'report' | 'sanction' | 'appeal' | 'personal-data' | 'fraud';
  /** What was decided. */
  outcome: string;
  /** Why; '' where the outcome says it all. */
  ground: string;
  /** By two stewards and not by staff. */
  byStewards: boolean;
  count: number;
};

/** What was decided in a stretch of time, by what it was about and on what ground; no names. */
export async function readTotals(db: Knex, { from, before }: Stretch): Promise<Total[]> {
  const { rows } = await db.raw<{ rows: Total[] }>(TOTALS, { from, before });
  return rows;
}

/** How long half of what was decided took at most, from when it came up; in seconds. */
export type Median = { kind: QueueItemRow['kind']; count: number; seconds: number };

/** An audit's time runs until its verdict, wherever it lay meanwhile; the rest until settled. */
export async function readMedians(db: Knex, { from, before }: Stretch): Promise<Median[]> {
  const { rows } = await db.raw<{ rows: Median[] }>(MEDIANS, { from, before });
  return rows;
}

/** A step of the dial as everybody may read it: nobody's name, and nobody's words. */
export type PublicStep = Pick<
  GovernanceStepRow,
  | ('from_mode' | 'to_mode' | 'because' | 'audits' | 'errors' | 'error_bound_ppm' | 'kappa_ppm')
  | 'happened_at'
> & { topic: string };

export async function readPublicSteps(db: Knex, { from, before }: Stretch): Promise<PublicStep[]> {
  const { rows } = await db.raw<{ rows: PublicStep[] }>(
    `select t.name as topic, g.from_mode, g.to_mode, g.because, g.audits, g.errors,
            g.error_bound_ppm, g.kappa_ppm, g.happened_at
       from governance_steps g
       join topics t on t.id = g.topic_id
      where g.happened_at >= :from and g.happened_at < :before
      order by g.id desc limit 100`,
    { from, before },
  );
  return rows;
}

/** How often something happened among stewards; no names. */
export type StewardActs = Pick<ModerationLogRow, 'act'> & { count: number };

export const readStewardActs = (db: Knex, { from, before }: Stretch): Promise<StewardActs[]> =>
  db('moderation_log')
    .whereIn('act', STEWARD_ACTS)
    .where('happened_at', '>=', from)
    .where('happened_at', '<', before)
    .groupBy('act')
    .select('act', db.raw('count(*)::int as count'));

const STEWARD_ACTS = [
  ...(['steward-accepted', 'steward-resigned', 'steward-relieved'] as const),
  ...(['steward-topics-changed', 'undertaking-published', 'undertaking-signed'] as const),
];

/** When the first decision was made; null before it. */
export async function findFirstDecision(db: Knex): Promise<Date | null> {
  const first = await db('moderation_log').orderBy('id').first('happened_at');
  return first?.happened_at ?? null;
}

/** A verdict undone within its thirty seconds was a slip and no decision. */
const TOTALS = `
  with decided (kind, outcome, ground, stewards) as (
    select 'check', verdict, coalesce(reason, ''), decided_as = 'stewards' from verdicts
     where decided_at >= :from and decided_at < :before and replaces_id is null
       and (undone_at is null or undone_at > decided_at + interval '30 seconds')
    union all
    select 'removal', 'removed', reason, false from removals
     where removed_at >= :from and removed_at < :before
    union all
    select 'report', decision, coalesce(ground, ''), false from report_cases
     where decided_at >= :from and decided_at < :before
    union all
    select 'sanction', s.kind, t.slug, false from sanctions s
      join sanction_texts t on t.id = s.text_id
     where s.imposed_at >= :from and s.imposed_at < :before
    union all
    select 'appeal', decision, '', false from appeals
     where decided_at >= :from and decided_at < :before
    union all
    select 'personal-data', state, kind, false from personal_data_findings
     where decided_at >= :from and decided_at < :before and state in ('masked', 'shown')
    union all
    select 'fraud', state, '', false from fraud_cases
     where closed_at >= :from and closed_at < :before)
  select kind, outcome, ground, stewards as "byStewards", count(*)::int as count
    from decided
   group by kind, outcome, ground, stewards
   order by kind, count desc, outcome, ground`;

const MEDIANS = `
  with took (kind, seconds) as (
    select 'audit', extract(epoch from v.decided_at - a.opened_at)
      from verdicts v join audits a on a.id = v.audit_id
     where v.decided_at >= :from and v.decided_at < :before
       and v.undone_at is null and v.replaces_id is null
    union all
    select kind, extract(epoch from settled_at - opened_at) from queue_items
     where state = 'settled' and settled_at >= :from and settled_at < :before
       and kind not in ('audit', 'case'))
  select kind, count(*)::int as count,
         (percentile_cont(0.5) within group (order by seconds))::float8 as seconds
    from took
   group by kind
   order by count desc, kind`;
