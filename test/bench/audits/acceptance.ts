import assert from 'node:assert/strict';

import type { Knex } from 'knex';

import { generate } from '#seeds/volume/generate.ts';
import { connect } from '#src/db/connect.ts';
import { acceptAnswer } from '#src/forum/accept-answer.ts';
import type { AnswerId } from '#src/forum/rows.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { tellOfAcceptance } from '#src/notices/tell-of-acceptance.ts';
import { reactions } from '#src/reactions/reactions.ts';
import { rewardAcceptance } from '#src/rewards/reward-acceptance.ts';
import { performer, type Perform, type Reactions } from '#src/work.ts';
import { operator } from '#test/support/domain.ts';
import { median } from '../rounds.ts';
import type { Bench, Found, Plan } from '../suite.ts';

/** How large a community acceptances are measured in. */
export type Community = { members: number; acceptances: number; open: number };

const MILLION: Community = { members: 50_000, acceptances: 1_000_000, open: 5_000 };
const UNTIL = new Date('2026-10-25T12:00:00Z');
const DATABASE = 'bench_acceptance';

/**
 * An acceptance with its sampling and its risk, against the same one without them: the same answers
 * in turn, each rolled back, so that both meet the same rows. That leaves out the commit, which costs
 * both the same: with it the ratio would be smaller.
 */
export async function benchAcceptance({
  server,
  plan,
  say,
  community = MILLION,
}: Bench): Promise<Found> {
  await server.kept(DATABASE, versionOf(community), () => fill(server.url(DATABASE), community));
  const db = connect(server.url(DATABASE, 'app'), { pool: { min: 1, max: 2 } });
  const answers = await readOpen(db);
  const performAs = (which: Reactions) =>
    performer({ db, operator, reactions: which, now: () => UNTIL });
  const found = await inTurn(plan, answers, {
    'without sampling and risk': performAs(BARE),
    'with sampling and risk': performAs(reactions),
  });
  await db.destroy();
  for (const [name, { median }] of Object.entries(found)) say(`  ${name}: ${median.toFixed(2)} ms`);
  const bare = found['without sampling and risk'].median;
  const many = community.acceptances.toLocaleString('en-GB');
  const gate = {
    name: `An acceptance with sampling and risk, of one without, at ${many}`,
    measured: found['with sampling and risk'].median / bare,
    ...{ atMost: 1.5, unit: '×' },
  };
  return { gates: [gate], figures: { community, milliseconds: found } };
}

/** What follows from an acceptance where nothing is drawn, counted or weighed. */
const BARE: Reactions = {
  ...reactions,
  'answer accepted': [rewardAcceptance, tellOfAcceptance],
  'reward held': [],
  'reward waiting': [],
};

const versionOf = ({ members, acceptances, open }: Community) =>
  `acceptances 2: ${String(members)} members, ${String(acceptances)} acceptances, ${String(open)} open`;

async function fill(url: string, community: Community): Promise<void> {
  const owner = connect(url, { pool: { min: 1, max: 1 } });
  try {
    const { currency, timeZone } = operator;
    const rings = community.members >= 1_000;
    await generate(owner, { ...community, seed: 1, until: UNTIL, currency, timeZone, rings });
    await owner('ledger_clock').update({ tolerance: null });
  } finally {
    await owner.destroy();
  }
}

type Open = { answer: AnswerId; asker: MemberRow };

async function readOpen(db: Knex): Promise<Open[]> {
  const questions = await db('questions').where({ state: 'open' }).orderBy('id').limit(2_000);
  const askers = await db('members').whereIn(
    'id',
    questions.map(({ author_id }) => author_id),
  );
  const byId = new Map(askers.map((asker) => [asker.id, asker]));
  const answers = await db('answers').whereIn(
    'question_id',
    questions.map(({ id }) => id),
  );
  const asked = new Map(questions.map(({ id, author_id }) => [id, author_id]));
  return answers.flatMap(({ id, question_id }) => {
    const asker = byId.get(asked.get(question_id) ?? (0 as never));
    return asker ? [{ answer: id, asker }] : [];
  });
}

class Forgotten extends Error {}

async function acceptAndForget(perform: Perform, { answer, asker }: Open): Promise<void> {
  const accepting = perform(asker, async (work) => {
    await acceptAnswer(work, answer);
    throw new Forgotten();
  });
  await accepting.catch((error: unknown) => {
    if (!(error instanceof Forgotten)) throw error;
  });
}

/**
 * Accepts each answer in both ways, one right after the other, so that whatever else the machine
 * does meets both alike. The first tenth warms up and is not counted.
 */
async function inTurn<Name extends string>(
  { rounds, seconds }: Plan,
  answers: readonly Open[],
  ways: Record<Name, Perform>,
): Promise<Record<Name, { goes: number; median: number }>> {
  const names = Object.keys(ways) as Name[];
  const times = names.map((): number[] => []);
  const end = performance.now() + rounds * seconds * 1_000 * names.length;
  for (let nth = 0; nth < 10 || performance.now() < end; nth += 1) {
    const open = answers[nth % answers.length];
    assert(open, 'answers wait to be accepted');
    for (const [index, name] of names.entries()) {
      const start = performance.now();
      await acceptAndForget(ways[name], open);
      times[index]?.push(performance.now() - start);
    }
  }
  const counted = times.map((all) => all.slice(Math.ceil(all.length / 10)));
  return Object.fromEntries(
    names.map((name, index) => {
      const goes = counted[index] ?? [];
      return [name, { goes: goes.length, median: median(goes) }];
    }),
  ) as Record<Name, { goes: number; median: number }>;
}
