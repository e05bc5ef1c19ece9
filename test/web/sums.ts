import type { Knex } from 'knex';

/**
 * What a visit may touch: who is signed in, how often somebody has tried, and that a member was in a
 * thread, so that they can be mailed about it again.
 */
const TOUCHED = ['sessions', 'rate_limits', 'thread_mails'];

/** All of a row but that it was read. */
const TOLD: Record<string, string> = { notices: `(to_jsonb(t) - 'read_at')` };

/** A sum over all rows of each table, and how many jobs wait: whatever is written changes one. */
export async function readSums(owner: Knex): Promise<Record<string, string>> {
  const { rows } = await owner.raw<{ rows: { name: string }[] }>(
    `select tablename as name from pg_tables where schemaname = 'public' order by 1`,
  );
  const names = rows.map(({ name }) => name).filter((name) => !TOUCHED.includes(name));
  const sums = names.map(
    (name) => `select '${name}' as name,
      count(*) || ' rows, ' || coalesce(md5(string_agg(told, '|' order by told)), '') as sum
      from (select ${TOLD[name] ?? 't'}::text as told from ${name} t) as rows`,
  );
  const jobs = `select 'jobs', count(*) || ' rows' from graphile_worker.jobs`;
  const read = await owner.raw<{ rows: { name: string; sum: string }[] }>(
    [...sums, jobs].join(' union all '),
  );
  return Object.fromEntries(read.rows.map(({ name, sum }) => [name, sum]));
}
