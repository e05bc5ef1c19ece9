import { expect } from 'chai';
import type pg from 'pg';

import { connect } from '#src/db/connect.ts';
import type { QuestionId } from '#src/forum/rows.ts';
import { createViewCounter } from '#src/forum/view-counter.ts';
import { aCommunity } from '#test/support/community.ts';
import { aQuestion } from '#test/support/make.ts';
import { outcomeOf } from '#test/support/outcome.ts';

describe('Counting views', () => {
  const community = aCommunity();
  const viewsOf = async (id: QuestionId) =>
    (await community.db('questions').where({ id }).first())?.view_count;

  it('writes nothing until told, and then everything once', async () => {
    const { db } = community;
    const [one, two] = [await aQuestion(db), await aQuestion(db)];
    const counter = createViewCounter(db);

    for (const { id } of [one, two, one, one]) counter.saw(id);
    const before = await viewsOf(one.id);
    await counter.flush();
    await counter.flush();

    expect(before).to.equal(0);
    expect(await viewsOf(one.id)).to.equal(3);
    expect(await viewsOf(two.id)).to.equal(1);
  });

  it('adds up when two processes write at once, in whatever order they saw', async () => {
    const { db, appUrl } = community;
    const processes = connect(appUrl, { pool: { min: 0, max: 2, afterCreate: asInALargeTable } });
    const ids: QuestionId[] = [];
    for (let nth = 0; nth < 20; nth += 1) ids.push((await aQuestion(db)).id);
    const [one, two] = [createViewCounter(processes), createViewCounter(processes)];

    for (let round = 0; round < 30; round += 1) {
      for (const id of ids) one.saw(id);
      for (const id of ids.toReversed()) two.saw(id);
      await Promise.all([one.flush(), two.flush()]);
    }

    await processes.destroy();
    for (const id of ids) expect(await viewsOf(id)).to.equal(60);
  });

  it('keeps for the next time what could not be written', async () => {
    const { db, owner } = community;
    const { id } = await aQuestion(db);
    const counter = createViewCounter(db);
    counter.saw(id);

    await owner.raw('revoke update on questions from goodline_app');
    const outcome = await outcomeOf(counter.flush());
    await owner.raw('grant update on questions to goodline_app');
    counter.saw(id);
    await counter.flush();

    expect(outcome).to.be.instanceOf(Error);
    expect(await viewsOf(id)).to.equal(2);
  });
});

/** Rows are then found one by one, in the order of the ids that were given. */
function asInALargeTable(
  client: pg.Client,
  done: (error: Error | null, client: pg.Client) => void,
) {
  const settings = ['seqscan', 'hashjoin', 'mergejoin', 'bitmapscan'];
  client.query(settings.map((name) => `set enable_${name} = off`).join(';'), (error) => {
    done(error, client);
  });
}
