import type { Knex } from 'knex';

import { connect } from '#src/db/connect.ts';
import type { Embedder } from '#src/forum/similar/embedder.ts';
import { learnQuestions } from '#src/forum/similar/learn-questions.ts';
import type { Place } from '#src/forum/similar/places.ts';
import { reactions } from '#src/reactions/reactions.ts';
import { performer } from '#src/work.ts';
import { operator } from '#test/support/domain.ts';
import type { Bench } from '../suite.ts';

export const NOW = new Date('2026-10-25T12:00:00Z');

export type Asked = { small: number; large: number; sentences: number };

/** Has two communities filled, as bench_similar_small and bench_similar_large, once for all runs. */
export async function keepAsked(
  server: Bench['server'],
  { sentences, ...sizes }: Asked,
  embedder: Embedder,
): Promise<void> {
  const places = createPlaces(embedder);
  for (const [name, count] of Object.entries(sizes)) {
    const database = `bench_similar_${name}`;
    const version = `similar 1: ${String(count)} of ${String(sentences)}`;
    await server.kept(database, version, () =>
      fill(server.url(database), { count, sentences }, { ...embedder, place: places }),
    );
  }
}

/** What people ask: another sentence for each number. */
export function sentence(nth: number): string {
  const of = (words: readonly string[], every: number) =>
    words[Math.floor(nth / every) % words.length] ?? '';
  const [thing, trouble] = [of(THINGS, 1), of(TROUBLES, THINGS.length)];
  return `${of(BEGINNINGS, 7)} ${thing} ${trouble} ${of(TIMES, 3)}`;
}

/** A question's title is a sentence with a number; only the sentence is placed, and only once. */
function createPlaces(embedder: Embedder): Embedder['place'] {
  const known = new Map<string, Promise<Place | undefined>>();
  return (title, who) => {
    const said = title.replace(/ #\d+$/, '');
    const place = known.get(said) ?? embedder.place(said, who);
    known.set(said, place);
    return place;
  };
}

type Size = { count: number; sentences: number };

async function fill(url: string, { count, sentences }: Size, embedder: Embedder): Promise<void> {
  const owner = connect(url, { pool: { min: 1, max: 2 } });
  try {
    await owner.raw(MEMBER, [NOW]);
    await owner.raw(TOPIC);
    await ask(owner, count, sentences);
    const perform = performer({ db: owner, reactions, operator, now: () => NOW });
    await learnQuestions(owner, perform, { embedder });
    await owner.raw('vacuum analyze');
  } finally {
    await owner.destroy();
  }
}

async function ask(owner: Knex, count: number, sentences: number): Promise<void> {
  const titles = Array.from(
    { length: count },
    (_, nth) => `${sentence((nth % sentences) * 2)} #${String(nth)}`,
  );
  await owner.raw(QUESTIONS, [NOW, NOW, titles]);
  await owner.raw('insert into likeness_due (question_id) select id from questions');
}

const MEMBER = `
  insert into members (name, name_key, email, email_key, joined_at)
  values ('asker', 'asker', 'asker@example.com', 'asker@example.com', ?)`;

const TOPIC = `insert into topics (slug, name, position) values ('topic', 'Topic', 1)`;

const QUESTIONS = `
  insert into questions (author_id, topic_id, title, slug, body, body_html, excerpt, asked_at,
                         last_activity_at)
  select (select min(id) from members), (select min(id) from topics), title, 'asked',
         'It says so.', '<p>It says so.</p>', 'It says so.', ?, ?
    from unnest(?::text[]) as t (title)`;

const BEGINNINGS = ['Why does', 'How come', 'What if', 'Is it normal that', 'Who can say why'];

const THINGS = [
  ...['my eSIM', 'the voicemail', 'my bill', 'the roaming pass', 'my top-up', 'the router'],
  ...['Wi-Fi calling', 'my new number', 'the app', 'my contract', 'the SIM card', 'my data'],
  ...['the landline', 'my old phone', 'the hotspot', 'my direct debit', 'the family plan'],
];

const TROUBLES = [
  ...['stays on activating', 'costs more than before', 'stops in the evening', 'is not found'],
  ...['asks for a password', 'works only at home', 'was cancelled', 'shows somebody else’s name'],
  ...['cannot be moved to another phone', 'is slower than promised', 'was charged twice'],
  ...['never arrives', 'drops every few minutes', 'says error 404', 'cannot be paid by card'],
  ...['has no signal abroad', 'needs a code I never got', 'will not restart', 'runs out early'],
];

const TIMES = ['since Monday?', 'after the update?', 'in Spain?', 'at night?', 'again?', 'now?'];
