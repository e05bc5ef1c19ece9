import { connect } from '#src/db/connect.ts';
import type { Bench } from '../suite.ts';

/** The instant at which the queues are read. */
export const NOW = new Date('2026-10-25T12:00:00Z');

/** Has two queues filled, as bench_queue_small and bench_queue_large, once for all runs. */
export async function keepQueues(
  server: Bench['server'],
  queues: Record<string, number>,
): Promise<void> {
  for (const [name, count] of Object.entries(queues)) {
    const database = `bench_queue_${name}`;
    await server.kept(database, `queue 1: ${String(count)} waiting`, () =>
      fill(server.url(database), count),
    );
  }
}

/**
 * Items of every kind and risk that wait for up to thirty days: one in twenty is barred to the
 * moderator who asks, one in a hundred is read by a colleague just now, and for each that waits
 * there are two that have been settled.
 */
async function fill(url: string, count: number): Promise<void> {
  const owner = connect(url, { pool: { min: 1, max: 1 } });
  try {
    for (const sql of [MEMBERS, TOPIC, QUESTIONS, ITEMS, 'vacuum analyze']) {
      await owner.raw(sql, sql.includes(':') ? { count, now: NOW } : []);
    }
  } finally {
    await owner.destroy();
  }
}

const MEMBERS = `
  insert into members (name, name_key, email, email_key, joined_at, email_verified_at, role)
  select 'person-' || n, 'person-' || n, n || '@example.com', n || '@example.com', :now, :now,
         case when n <= 14 then 'moderator' else 'member' end
    from generate_series(1, 1000) as n`;

const TOPIC = `insert into topics (slug, name, position) values ('topic', 'Topic', 1)`;

const QUESTIONS = `
  insert into questions (author_id, topic_id, title, slug, body, body_html, excerpt, asked_at,
                         last_activity_at)
  select 15 + n % 900, (select min(id) from topics), 'What does case number ' || n || ' mean',
         'case-' || n, 'It says so.', '<p>It says so.</p>', 'It says so.', :now, :now
    from generate_series(1, 5000) as n`;

const ITEMS = `
  insert into queue_items (kind, subject_id, question_id, member_id, risk, reasons, barred, state,
                           opened_at, due_at, settled_at, claimed_by, claimed_until)
  select (array['audit', 'audit', 'audit', 'report', 'first-post', 'personal-data', 'spam',
                'appeal'])[1 + n % 8],
         n, (select min(id) from questions) + n % 5000, 15 + n % 900,
         (array[1, 1, 1, 1, 2, 2, 2, 3, 4, 5])[1 + n % 10], array['sample'],
         case when n % 20 = 7 then array[1, 15 + n % 900] else array[15 + n % 900] end,
         case when is_settled then 'settled' else 'waiting' end,
         opened, opened + interval '72 hours',
         case when is_settled then opened + interval '1 hour' end,
         case when n % 100 = 3 and not is_settled then 2 + n % 12 end,
         case when n % 100 = 3 and not is_settled then cast(:now as timestamptz) + interval '2 minutes' end
    from generate_series(1, :count * 3) as n
   cross join lateral (
     select n > :count as is_settled,
            cast(:now as timestamptz) - make_interval(secs => (n * 7919::bigint) % 2592000) as opened) as o`;
