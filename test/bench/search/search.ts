import { connect } from '#src/db/connect.ts';
import { searchQuestions, type Search } from '#src/forum/search/search-questions.ts';
import { interleave, median } from '../rounds.ts';
import type { Gate } from '../gates.ts';
import type { Bench, Found } from '../suite.ts';
import { suiteOf } from '../suite-of.ts';
import { keepPosts, rareWord, WORDS, type Posts } from './posts.ts';

/** What a search costs among 1,000,000 posts, against 100,000, for each kind of search. */
async function benchFinding({ server, plan, say, posts = POSTS }: Bench): Promise<Found> {
  await keepPosts(server, posts);
  const open = (database: string) =>
    connect(server.url(database, 'app'), { pool: { min: 1, max: 2 } });
  const [few, many] = [open('bench_search_small'), open('bench_search_large')];
  const [of, to] = [posts.large, posts.small].map((count) => count.toLocaleString('en-GB'));
  const gates: Gate[] = [];
  const milliseconds: Record<string, unknown> = {};
  for (const [kind, searchFor] of Object.entries(KINDS)) {
    const found = await interleave(plan.rounds, {
      small: () => usual(few, searchFor, plan.seconds),
      large: () => usual(many, searchFor, plan.seconds),
    });
    say(`  ${kind}: ${found.small.median.toFixed(1)} and ${found.large.median.toFixed(1)} ms`);
    const measured = found.large.median / found.small.median;
    const name = `Searching ${String(of)} posts, of ${String(to)}: ${kind}`;
    gates.push({ name, measured, atMost: 2, unit: '×' });
    milliseconds[kind] = found;
  }
  await Promise.all([few.destroy(), many.destroy()]);
  return { gates, figures: { posts, milliseconds } };
}

/** Searching in a large community and in a small one. */
export const searchSuite = suiteOf({ finding: benchFinding });

const POSTS: Posts = { small: 100_000, large: 1_000_000 };

const common = (nth: number): string => WORDS[nth % 8] ?? '';

/** The kinds of search, each with another one for each number. */
const KINDS: Record<string, (nth: number) => Search> = {
  'a rare word': (nth) => ({ q: rareWord(nth * 7) }),
  'two common words': (nth) => ({ q: `${common(nth)} ${common(nth * 3 + 1)}` }),
  'a rare word and a common one': (nth) => ({ q: `${common(nth)} ${rareWord(nth * 7)}` }),
  'a phrase of common words': (nth) => ({ q: `"${common(nth)} ${common(nth + 3)}"` }),
  'a word with a slip in it': (nth) => ({ q: `${slip(common(nth))} ${common(nth + 1)}` }),
  'words in a topic': (nth) => ({ q: common(nth), topic: (1 + (nth % 12)) as Search['topic'] }),
  'what is open in a topic': (nth) => ({
    ...{ q: `${common(nth)} ${common(nth + 2)}`, solved: false },
    topic: (1 + (nth % 12)) as Search['topic'],
  }),
  'words of a member': (nth) => ({ q: common(nth), user: (1 + nth) as Search['user'] }),
  'the newest': (nth) => ({ q: common(nth), order: 'newest' }),
  'words that are never together': (nth) => ({ q: `${rareWord(nth)} ${rareWord(nth + 9)} phone` }),
};

const slip = (word: string) => word.slice(0, 2) + word.slice(3);

/** The median of as many searches as fit, in milliseconds. */
async function usual(
  db: Parameters<typeof searchQuestions>[0],
  searchFor: (nth: number) => Search,
  seconds: number,
): Promise<number> {
  const times: number[] = [];
  const end = performance.now() + seconds * 1000;
  while (times.length < 5 || performance.now() < end) {
    const start = performance.now();
    await searchQuestions(db, searchFor(times.length));
    times.push(performance.now() - start);
  }
  return median(times);
}
