import { expect } from 'chai';
import type { Knex } from 'knex';

import { monthAfter, type Month } from '#src/ledger/dates.ts';
import {
  beginClose,
  endClose,
  findPeriod,
  listPeriods,
  raiseFence,
  stopClose,
  type Fence,
} from '#src/ledger/periods.ts';
import { connect } from '#src/db/connect.ts';
import { sealTransfers } from '#src/ledger/seal.ts';
import { post } from '#src/ledger/transfers.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { aDomain } from '#test/support/domain.ts';
import { aHold, anActor, codeOf, postAs, someone, transferOf } from './orders.ts';

const NEVER_CHANGED = 'GL000';
const CLOSED = 'GL002';

/** Each test has a year of its own, so that what one closes does not stop another. */
let year = 2030;
const aMonth = () => `${String((year += 1))}-03` as Month;
const dayIn = (month: Month) => `${month}-20T12:00:00Z`;

describe('Closing a month', () => {
  const domain = aDomain({ connections: 30 });
  const [maker, checker] = [anActor(), anActor()];

  const fence = async (): Promise<Fence> => {
    const raised = await raiseFence(domain.db);
    if (!raised) throw new Error('no transaction was in the way');
    return raised;
  };
  /** A month may be closed an hour after its end; the clock is put back for whoever comes late. */
  const begin = async (month: Month, by: MemberRow = maker) => {
    const now = domain.now();
    domain.itIsNow(dayIn(monthAfter(month)));
    try {
      return await domain.perform(by, (work) => beginClose(work, month));
    } finally {
      domain.itIsNow(now);
    }
  };
  const end = async (month: Month, by: MemberRow = checker) => {
    const raised = await fence();
    await sealTransfers(domain.db);
    return domain.perform(by, (work) => endClose(work, month, raised));
  };

  /** A month under which something was booked. */
  const anOpenMonth = async () => {
    const month = aMonth();
    domain.itIsNow(dayIn(month));
    await postAs(domain, aHold(someone()));
    return month;
  };
  const dateOfAPost = async () => {
    const order = aHold(someone());
    await postAs(domain, order);
    return (await transferOf(domain.db, order.key)).effective_date;
  };

  const begun: Knex.Transaction[] = [];
  afterEach(async () => {
    for (const trx of begun.splice(0)) if (!trx.isCompleted()) await trx.rollback();
  });

  it('opens a month by the first booking under it', async () => {
    const month = await anOpenMonth();

    expect(await findPeriod(domain.db, month)).to.include({ id: month, state: 'open' });
    expect((await listPeriods(domain.db))[0]?.id).to.equal(month);
  });

  it('books what is late under the first of the next month, from closing on', async () => {
    const month = await anOpenMonth();
    expect(await dateOfAPost()).to.equal(`${month}-20`);

    expect(await begin(month)).to.equal(true);

    expect(await dateOfAPost()).to.equal(month.replace('-03', '-04-01'));
    expect(await end(month)).to.equal(true);
    expect(await dateOfAPost()).to.equal(month.replace('-03', '-04-01'));
  });

  it('books what is late under the first month after it that is open', async () => {
    const month = await anOpenMonth();
    const [april, may] = ['-04', '-05'].map((next) => month.replace('-03', next) as Month);
    await begin(month);
    domain.itIsNow(dayIn(april as Month));
    await postAs(domain, aHold(someone()));
    await begin(april as Month);

    domain.itIsNow(dayIn(month));

    expect(await dateOfAPost()).to.equal(`${String(may)}-01`);
  });

  it('keeps the instant of what is late as it was', async () => {
    const month = await anOpenMonth();
    await begin(month);
    const order = aHold(someone());

    await postAs(domain, order);

    const { recorded_at } = await transferOf(domain.db, order.key);
    expect(recorded_at).to.deep.equal(new Date(dayIn(month)));
  });

  it('opens no month before one that is closed', async () => {
    const month = await anOpenMonth();
    await begin(month);
    domain.itIsNow(dayIn(month.replace('-03', '-01') as Month));

    expect(await codeOf(postAs(domain, aHold(someone())))).to.equal(CLOSED);
  });

  it('is refused while something in the month is not sealed, and ends where all of it is', async () => {
    const month = await anOpenMonth();
    await begin(month);
    const raised = await fence();
    const attempt = () => domain.perform(checker, (work) => endClose(work, month, raised));

    expect(await codeOf(attempt())).to.equal('GL009');
    await sealTransfers(domain.db);
    await attempt();

    const checkpoint = await domain
      .db('ledger_checkpoints')
      .where({ why: `close:${month}` })
      .first();
    const { rows } = await domain.db.raw<{ rows: [{ last: bigint }] }>(
      `select max(seq) as last from ledger_journal join ledger_transfers t on t.id = transfer_id
        where to_char(effective_date, 'YYYY-MM') = ?`,
      [month],
    );
    expect(checkpoint?.tree_size).to.equal(rows[0].last);
    expect((await findPeriod(domain.db, month))?.last_seq).to.equal(rows[0].last);
  });

  it('takes two people', async () => {
    const month = await anOpenMonth();
    await begin(month);

    expect(await codeOf(end(month, maker))).to.equal('ledger_periods_maker_is_not_checker');
    expect((await findPeriod(domain.db, month))?.state).to.equal('closing');

    expect(await end(month, checker)).to.equal(true);
    expect(await findPeriod(domain.db, month)).to.include({
      ...{ state: 'closed', closing_by: maker.id, closed_by: checker.id },
    });
  });

  it('goes from open to closing to closed, and back only from closing', async () => {
    const month = await anOpenMonth();
    const stop = () => domain.perform(checker, (work) => stopClose(work, month));

    expect(await end(month)).to.equal(false);
    expect(await stop()).to.equal(false);
    expect(await begin(month)).to.equal(true);
    expect(await begin(month, checker)).to.equal(false);
    expect(await stop()).to.equal(true);
    expect(await dateOfAPost()).to.equal(`${month}-20`);
    await begin(month);
    await end(month);
    expect(await begin(month)).to.equal(false);
    expect(await stop()).to.equal(false);
    expect(await end(month)).to.equal(false);
  });

  it('is for ever, for the owner of the tables too', async () => {
    const month = await anOpenMonth();
    await begin(month);
    await end(month);
    const row = domain.owner('ledger_periods').where({ id: month });

    const reopen = { state: 'open', closing_by: null, closing_at: null } as const;
    const unclose = { closed_by: null, closed_at: null };
    expect(await codeOf(row.clone().update({ ...reopen, ...unclose }))).to.equal(CLOSED);
    expect(await codeOf(row.clone().update({ closed_by: checker.id }))).to.equal(CLOSED);
    expect(await codeOf(row.clone().update({ id: aMonth() }))).to.equal(CLOSED);
    expect(await codeOf(row.clone().delete())).to.equal(NEVER_CHANGED);
  });

  it('waits for a transaction that was there before, and takes what it books', async () => {
    const month = await anOpenMonth();
    const order = aHold(someone());
    const slow = await begunBefore();
    await postIn(slow, order.key, month);

    await begin(month);
    expect(await raiseFence(domain.db, 3)).to.equal(undefined);
    const early = await domain.perform(checker, async (work) =>
      endClose(work, month, { xid: await nextXid(domain.db) }),
    );
    await slow.commit();

    expect(early).to.equal(false);
    expect(await end(month)).to.equal(true);
    expect((await transferOf(domain.db, order.key)).effective_date).to.equal(`${month}-20`);
  });

  it('is not closed behind a fence that was raised before it was asked for again', async () => {
    const month = await anOpenMonth();
    await begin(month);
    const early = await fence();
    await domain.perform(maker, (work) => stopClose(work, month));
    await begin(month);

    const closed = await domain.perform(checker, (work) => endClose(work, month, early));

    expect(closed).to.equal(false);
    expect(await end(month)).to.equal(true);
  });

  it('books under the next month what was begun before and is posted late', async () => {
    const month = await anOpenMonth();
    const order = aHold(someone());
    const slow = await begunBefore();
    await begin(month);
    await end(month);

    await postIn(slow, order.key, month);
    await slow.commit();

    const { effective_date } = await transferOf(domain.db, order.key);
    expect(effective_date).to.equal(month.replace('-03', '-04-01'));
  });

  it('is not to be slipped past by a snapshot from before', async () => {
    const month = await anOpenMonth();
    const slow = await begunBefore({ isolationLevel: 'repeatable read' });
    await begin(month);
    await end(month);

    expect(await codeOf(postIn(slow, 'test.slipped', month))).to.equal('GL008');
  });

  it('leaves every booking of a busy month in it or in the next, and none comes after', async () => {
    const month = await anOpenMonth();
    const posting = Array.from({ length: 20 }, async () => {
      for (let turn = 0; turn < 15; turn += 1) {
        await domain.perform('system', (work) => post(work, aHold(someone())));
      }
    });

    await begin(month);
    await end(month);
    const atClose = await countIn(domain.db, month);
    await Promise.all(posting);

    expect(await countIn(domain.db, month)).to.equal(atClose);
    expect(
      (await countIn(domain.db, month)) +
        (await countIn(domain.db, month.replace('-03', '-04') as Month)),
    ).to.equal(301n);
  });

  /** A connection of its own, in a transaction that has read something and written nothing. */
  async function begunBefore(config: Knex.TransactionConfig = {}) {
    const own = connect(domain.appUrl, { pool: { min: 0, max: 1 } });
    const trx = await own.transaction(config);
    await trx.raw('select count(*) from ledger_periods');
    begun.push(trx);
    void trx.executionPromise.catch(() => undefined).finally(() => own.destroy());
    return trx;
  }
});

const postIn = (trx: Knex, key: string, month: Month) =>
  trx.raw(`select ledger_post(?, 'reward.hold', 'expense:rewards', ?, 50, 'GBP', 'test:1', ?, ?)`, [
    key,
    `member:${String(someone())}:pending`,
    dayIn(month),
    `${month}-20`,
  ]);

async function nextXid(db: Knex): Promise<string> {
  const { rows } = await db.raw<{ rows: [{ xid: string }] }>(
    'select pg_current_xact_id()::text as xid',
  );
  return rows[0].xid;
}

async function countIn(db: Knex, month: Month): Promise<bigint> {
  const { rows } = await db.raw<{ rows: [{ count: bigint }] }>(
    `select count(*) from ledger_transfers where to_char(effective_date, 'YYYY-MM') = ?`,
    [month],
  );
  return rows[0].count;
}
