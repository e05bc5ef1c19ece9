import { expect } from 'chai';

import { generate, type Volume } from '#seeds/volume/generate.ts';
import { connect } from '#src/db/connect.ts';
import { verifyBooks } from '#src/finance/proof/verify-books.ts';
import { acceptAnswer } from '#src/forum/accept-answer.ts';
import { drawOf } from '#src/moderation/audits/draw-audit.ts';
import { reactions } from '#src/reactions/reactions.ts';
import { weighEverybody } from '#src/trust/rings/weigh-everybody.ts';
import { performer } from '#src/work.ts';
import { freshDatabase } from '#test/support/cluster.ts';
import { operator } from '#test/support/domain.ts';

describe('A community generated at volume', () => {
  const UNTIL = new Date('2026-01-15T12:00:00Z');
  const volume: Volume = {
    ...{ members: 200, acceptances: 2_000, open: 20, seed: 1, until: UNTIL },
    ...{ currency: 'GBP', timeZone: 'Europe/London' },
  };
  const generated = async (seed: number) => {
    const { ownerUrl, appUrl, drop } = await freshDatabase();
    const owner = connect(ownerUrl, { pool: { min: 1, max: 1 } });
    await generate(owner, { ...volume, seed });
    const db = connect(appUrl);
    const perform = performer({ db, reactions, operator, now: () => UNTIL });
    const close = async () => {
      await Promise.all([owner.destroy(), db.destroy()]);
      await drop();
    };
    return { owner, db, perform, close };
  };

  it('has books that verify, counts that are right, and goes on by the commands', async () => {
    const { owner, db, perform, close } = await generated(1);
    await owner('ledger_clock').update({ tolerance: null });
    const open = await db('questions').where({ state: 'open' }).first();
    const asker = await db('members').where({ id: open!.author_id }).first();
    await perform(asker!, (work) => acceptAnswer(work, open!.id as never));

    const findings = await perform('system', (work) => verifyBooks(work, 'shell'));
    const { miscounted } = await weighEverybody(db, perform);
    const states = await db('rewards').distinct().orderBy('state').pluck('state');
    const unsound = await unsoundIn(owner);
    const draws = await db('audit_draws').orderBy('acceptance_id').limit(100);
    await close();

    expect(findings.filter(({ broken }) => broken > 0n)).to.deep.equal([]);
    expect(miscounted).to.equal(0);
    expect(states).to.deep.equal(['held', 'refused', 'released']);
    expect(unsound).to.deep.equal([]);
    expect(draws.map(({ number }) => number)).to.deep.equal(
      draws.map(({ seed, acceptance_id }) => drawOf(seed, acceptance_id)),
    );
  }).timeout(60_000);

  it('is the same for the same seed, and another for another', async () => {
    const [one, same, other] = [await generated(1), await generated(1), await generated(2)];
    const told = ({ db }: typeof one) =>
      db('acceptances').orderBy('id').select('asker_id', 'author_id', 'accepted_at');

    const [first, second, third] = [await told(one), await told(same), await told(other)];
    for (const { close } of [one, same, other]) await close();

    expect(second).to.deep.equal(first);
    expect(third).not.to.deep.equal(first);
  }).timeout(60_000);
});

/** Foreign keys whose rows point nowhere: triggers were off while the rows were written. */
async function unsoundIn(owner: ReturnType<typeof connect>): Promise<string[]> {
  const { rows } = await owner.raw<{ rows: { name: string; sql: string }[] }>(
    `select c.conname as name,
            format('select count(*) as lost from %s h where %s and not exists (select from %s t where %s)',
              c.conrelid::regclass,
              (select string_agg(format('h.%I is not null', a.attname), ' and ')
                 from unnest(c.conkey) k join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k),
              c.confrelid::regclass,
              (select string_agg(format('h.%I = t.%I', a.attname, b.attname), ' and ')
                 from unnest(c.conkey, c.confkey) as k (here, there)
                 join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.here
                 join pg_attribute b on b.attrelid = c.confrelid and b.attnum = k.there)) as sql
       from pg_constraint c where c.contype = 'f' and c.connamespace = 'public'::regnamespace`,
  );
  const unsound: string[] = [];
  for (const { name, sql } of rows) {
    const { rows: found } = await owner.raw<{ rows: { lost: bigint }[] }>(
      sql.replaceAll('?', '??'),
    );
    if (found[0]?.lost !== 0n) unsound.push(name);
  }
  return unsound;
}
