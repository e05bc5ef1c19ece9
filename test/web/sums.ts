import type { Knex } from 'knex';

/** Who is signed in and how often somebody has tried: what a visit may touch. */
const TOUCHED = ['sessions', 'rate_limits'];

/** A sum over all rows of each table, and how many jobs wait: whatever is written changes one. */
export async function readSums(owner: Knex): Promise<Record<string, string>> {
  const { rows } = await owner.raw<{ rows: { name: string }[] }>(
    `select tablename as name from pg_tables where schemaname = 'public' order by 1`,
  );
  const names = rows.map(({ name }) => name).filter((name) => !TOUCHED.includes(name));
  const sums = names.map(
    (name) => `select '${name}' as name,
      count(*) || ' rows, ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as sum
      from ${name} t`,
  );
  const jobs = `select 'jobs', count(*) || ' rows' from graphile_worker.jobs`;
  const read = await owner.raw<{ rows: { name: string; sum: string }[] }>(
    [...sums, jobs].join(' union all '),
  );
  return Object.fromEntries(read.rows.map(({ name, sum }) => [name, sum]));
}
