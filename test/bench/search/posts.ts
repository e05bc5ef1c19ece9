import type { Knex } from 'knex';

import { connect } from '#src/db/connect.ts';
import type { Bench } from '../suite.ts';

/** Posts in the two communities that are compared: half of them questions, half answers to them. */
export type Posts = { small: number; large: number };

/** Has two communities filled, as bench_search_small and bench_search_large, once for all runs. */
export async function keepPosts(server: Bench['server'], posts: Posts): Promise<void> {
  for (const [name, count] of Object.entries(posts)) {
    const database = `bench_search_${name}`;
    const version = `search 2: ${String(count)} posts`;
    await server.kept(database, version, () => fill(server.url(database), count >> 1));
  }
}

/** The rarest words of the communities: each is in three questions. */
export const rareWord = (nth: number) => `fault${String(nth)}`;

async function fill(url: string, questions: number): Promise<void> {
  const owner = connect(url, { pool: { min: 1, max: 1 } });
  try {
    const people = Math.ceil(questions / QUESTIONS_EACH);
    await owner.raw(PEOPLE, { people });
    await owner.raw(TOPICS);
    await owner.raw('create temporary table words as select ?::text[] as of', [[...WORDS]]);
    for (let first = 1; first <= questions; first += BATCH) {
      await write(owner, first, Math.min(first + BATCH - 1, questions), people);
    }
    await owner.raw(LEARNED);
    await owner.raw('vacuum analyze');
  } finally {
    await owner.destroy();
  }
}

const BATCH = 20_000;

/** A larger community has more members, and not more of each. */
const QUESTIONS_EACH = 50;

async function write(owner: Knex, first: number, last: number, people: number): Promise<void> {
  await owner.raw(POSTS, [first, last]);
  for (const statement of [QUESTIONS, ANSWERS, DOCUMENTS]) await owner.raw(statement, { people });
  await owner.raw('drop table posts');
}

const PEOPLE = `
  insert into members (name, name_key, email, email_key, joined_at)
  select 'member-' || n, 'member-' || n, n || '@example.com', n || '@example.com', '2020-01-01'
    from generate_series(1, :people::int) n`;

const TOPICS = `
  insert into topics (slug, name, position)
  select 'topic-' || n, 'Topic ' || n, n from generate_series(1, 12) n`;

/**
 * Sixty words for each post, of which the first of the list are in every other and the last in few:
 * squaring what is drawn makes them so. Drawn by hash, so that every filling is the same.
 */
const POSTS = `
  create temporary table posts as
  select id, title, body, answer
    from generate_series(?::int, ?::int) as id
   cross join words
   cross join lateral (
     select string_agg(word, ' ') filter (where nth <= 7) || ' fault' || id / 3 as title,
            string_agg(word, ' ') filter (where nth between 8 and 36) as body,
            string_agg(word, ' ') filter (where nth > 36) as answer
       from (select nth, of[1 + floor(power(abs(hashint8(id * 64::bigint + nth)) / 2147483648.0, 2)
                                      * cardinality(of))::int] as word
               from generate_series(1, 60) nth) as drawn) as said`;

const QUESTIONS = `
  insert into questions (id, author_id, topic_id, title, slug, body, body_html, excerpt, state,
                         asked_at, last_activity_at, answer_count)
  overriding system value
  select id, 1 + id % :people::int, 1 + id % 12, left(title, 150), 'asked', body, '<p>' || body || '</p>',
         left(body, 200), case when id % 3 = 0 then 'open' else 'solved' end,
         timestamptz '2020-01-01' + id * interval '1 minute',
         timestamptz '2020-01-01' + id * interval '1 minute', 1
    from posts`;

const ANSWERS = `
  insert into answers (question_id, author_id, body, body_html, by_staff, answered_at)
  select id, 1 + (id * 7) % :people::int, answer, '<p>' || answer || '</p>', false,
         timestamptz '2020-01-02' + id * interval '1 minute'
    from posts`;

const DOCUMENTS = `
  insert into search_documents (question_id, tags, document)
  select id, search_tags(id, 1 + id % 12, array[1 + id % :people::int, 1 + (id * 7) % :people::int]),
         setweight(to_tsvector('goodline', title), 'A')
         || setweight(to_tsvector('goodline', body), 'B')
         || setweight(to_tsvector('goodline', answer), 'C')
    from posts`;

/** The words of the titles, as the worker learns them. */
const LEARNED = `
  insert into likeness_words (word, stem, questions)
  select word, word, count(*)
    from (select unnest(string_to_array(title, ' ')) as word from questions order by id limit 20000) t
   group by word`;

/** Common ones first; two of them in a row make a phrase now and then. */
export const WORDS = [
  ...['phone', 'signal', 'network', 'number', 'update', 'account', 'message', 'broadband'],
  ...['minutes', 'contract', 'charge', 'restart', 'evening', 'speed', 'screen', 'settings'],
  ...['support', 'password', 'roaming', 'abroad', 'monthly', 'allowance', 'payment', 'refund'],
  ...['delivery', 'replacement', 'activation', 'transfer', 'landline', 'engineer', 'booster'],
  ...['upload', 'download', 'latency', 'firmware', 'antenna', 'ethernet', 'bluetooth', 'hotspot'],
  ...['voicemail', 'greeting', 'divert', 'barring', 'blocked', 'spam', 'premium', 'shortcode'],
  ...['family', 'parental', 'insurance', 'upgrade', 'trade', 'repair', 'battery', 'charger'],
  ...['headset', 'watch', 'tablet', 'laptop', 'television', 'streaming', 'buffering', 'outage'],
] as const;
