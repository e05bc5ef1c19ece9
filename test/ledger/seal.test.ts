import { setTimeout as wait } from 'node:timers/promises';

import { expect } from 'chai';
import type { Knex } from 'knex';

import { connect } from '#src/db/connect.ts';
import { awaitNumbers } from '#src/ledger/journal.ts';
import { sealTransfers } from '#src/ledger/seal.ts';
import { post } from '#src/ledger/transfers.ts';
import { aDomain } from '#test/support/domain.ts';
import { outcomeOf } from '#test/support/outcome.ts';
import {
  aClawback,
  aHold,
  aRelease,
  codeOf,
  giveCredit,
  postAs,
  someKey,
  someone,
} from './orders.ts';

describe('Sealing', () => {
  const domain = aDomain({ connections: 40 });

  const readNumbers = async () => {
    const { rows } = await domain.db.raw<{ rows: { seq: bigint; transfer_id: bigint | null }[] }>(
      `select seq, t.id as transfer_id from ledger_journal
         full join ledger_transfers t on t.id = transfer_id order by seq`,
    );
    return rows;
  };
  const expectNoGap = async () => {
    const numbers = (await readNumbers()).map(({ seq }) => seq);
    expect(numbers).to.deep.equal(numbers.map((_, nth) => BigInt(nth + 1)));
  };
  const lowId = async () => (await domain.db('ledger_sealer').first())?.low_id ?? 0n;

  const open: Knex[] = [];
  afterEach(() => Promise.all(open.splice(0).map((own) => own.destroy())));

  /** A transaction on a connection of its own that has posted and not committed yet. */
  const aSlowPost = async (key = someKey()) => {
    const own = connect(domain.appUrl, { pool: { min: 0, max: 1 } });
    open.push(own);
    const trx = await own.transaction();
    const credit = `member:${String(someone())}:pending`;
    await trx.raw(
      `select ledger_post(?, 'reward.hold', 'expense:rewards', ?, 50, 'GBP', 'test:1',
                          '2026-01-15T12:00:00Z', '2026-01-15')`,
      [key, credit],
    );
    return { key, trx };
  };

  it('leaves the very first transfer for later if it is not posted yet', async () => {
    await sealTransfers(domain.db);
    await sealTransfers(domain.db);

    await postAs(domain, aHold(someone()));

    expect(await sealTransfers(domain.db)).to.equal(1n);
  });

  it('numbers once, in the order of posting', async () => {
    await postAs(domain, aHold(someone()));
    await postAs(domain, aHold(someone()));

    expect(await sealTransfers(domain.db)).to.equal(2n);
    expect(await sealTransfers(domain.db)).to.equal(0n);

    const ids = (await readNumbers()).map(({ transfer_id }) => transfer_id ?? 0n);
    expect(ids).to.deep.equal([...ids].sort((a, b) => Number(a - b)));
    await expectNoGap();
  });

  it('takes as many transactions as it needs', async () => {
    for (let turn = 0; turn < 5; turn += 1) await postAs(domain, aHold(someone()));
    const seal = async () => {
      const { rows } = await domain.db.raw<{ rows: [{ given: bigint }] }>(
        'select ledger_seal(2) as given',
      );
      return rows[0].given;
    };

    expect([await seal(), await seal(), await seal(), await seal()]).to.deep.equal([
      2n,
      2n,
      1n,
      0n,
    ]);
    await expectNoGap();
  });

  it('skips nobody who commits late, however often others were sealed meanwhile', async () => {
    const slow = await aSlowPost();
    for (let turn = 0; turn < 4; turn += 1) {
      await postAs(domain, aHold(someone()));
      expect(await sealTransfers(domain.db)).to.equal(1n);
    }
    const before = await lowId();

    await slow.trx.commit();

    expect(await sealTransfers(domain.db)).to.equal(1n);
    const late = await domain.db('ledger_transfers').where({ key: slow.key }).first();
    expect(late?.id).to.be.above(Number(before));
    await expectNoGap();
  });

  it('reads what was sealed long ago no more, once nobody can commit among it', async () => {
    await postAs(domain, aHold(someone()));

    await sealTransfers(domain.db);
    await sealTransfers(domain.db);

    const { rows } = await domain.db.raw<{ rows: [{ newest: bigint }] }>(
      'select max(id) as newest from ledger_transfers',
    );
    expect(await lowId()).to.equal(rows[0].newest);
  });

  it('writes nothing where nothing was posted', async () => {
    await sealTransfers(domain.db);
    await sealTransfers(domain.db);
    const state = () =>
      domain.owner.raw<{ rows: object[] }>('select *, xmin from ledger_sealer').then((r) => r.rows);
    const before = await state();

    expect(await sealTransfers(domain.db)).to.equal(0n);

    expect(await state()).to.deep.equal(before);
  });

  it('goes on in a cluster whose transactions have lower numbers, as after a restore', async () => {
    await postAs(domain, aHold(someone()));
    await sealTransfers(domain.db);
    await domain.owner.raw(
      `update ledger_sealer set candidate_id = 1, candidate_xid = '9999999999'`,
    );

    await postAs(domain, aHold(someone()));
    for (let turn = 0; turn < 3; turn += 1) await sealTransfers(domain.db);

    expect(await lowId()).to.be.above(1);
    expect((await domain.db('ledger_sealer').first())?.candidate_xid).to.equal(null);
    await expectNoGap();
  });

  it('takes a transaction of its own, that sees what others commit', async () => {
    const within = domain.perform('system', async (work) => {
      await post(work, aHold(someone()));
      await sealTransfers(work.trx);
    });
    const repeatable = domain.db.transaction((trx) => sealTransfers(trx), {
      isolationLevel: 'repeatable read',
    });

    expect(await codeOf(within)).to.equal('GL008');
    expect(await codeOf(repeatable)).to.equal('GL008');
  });

  it('lets a reader wait until what is committed has its number, and for nothing else', async () => {
    const slow = await aSlowPost();
    await postAs(domain, aHold(someone()));
    const waiting = awaitNumbers(domain.db).then(readNumbers);
    await sealTransfers(domain.db);

    const numbers = await waiting;

    expect(numbers.map(({ seq }) => seq)).to.not.include(null);
    await slow.trx.rollback();
  });

  it('leaves no gap and skips nobody when twenty post at once, slowly, and four seal', async () => {
    const before = (await readNumbers()).length;
    const credited = someone();
    await giveCredit(domain, credited, 5_000n);
    const poster = async (_: unknown, nth: number) => {
      for (let turn = 0; turn < 10; turn += 1) await outcomeOf(postOrNot(nth, turn));
    };
    const postOrNot = (nth: number, turn: number) =>
      domain.perform('system', async (work) => {
        const amount = BigInt(1 + turn);
        const member = someone();
        if (nth % 4 === 0) await post(work, aClawback(credited, { amount }));
        const hold = await post(work, aHold(member, { amount }));
        await wait((nth * 7 + turn * 13) % 40);
        await post(work, aRelease(member, hold, { amount }));
        if (turn % 3 === 0) throw new Error('thinks better of it');
      });
    let posting = true;
    const sealer = async () => {
      while (posting) await sealTransfers(domain.db);
    };

    const sealing = [sealer(), sealer(), sealer(), sealer()];
    await Promise.all(Array.from({ length: 20 }, poster));
    posting = false;
    await Promise.all(sealing);
    await sealTransfers(domain.db);

    await expectNoGap();
    expect((await readNumbers()).length - before).to.equal(2 + 20 * 6 * 2 + 5 * 6);
    await expectOrder();
  });

  /** Numbers follow each account's running balance, and what ends or undoes another its own. */
  const expectOrder = async () => {
    const { rows } = await domain.db.raw<{ rows: object[] }>(
      `with numbered as (select j.seq, t.* from ledger_journal j
                           join ledger_transfers t on t.id = j.transfer_id),
       sides as (select seq, credit_account_id as account, credit_after as after, amount_minor as change
                   from numbered where credit_after is not null
                 union all
                 select seq, debit_account_id, debit_after, -amount_minor
                   from numbered where debit_after is not null)
       select seq from (select *, lag(after) over (partition by account order by seq) as before
                          from sides) as chain
        where after <> coalesce(before, 0) + change
       union all
       select later.seq from numbered later
         join numbered earlier on earlier.id in (later.settles, later.reverses)
        where later.seq < earlier.seq`,
    );
    expect(rows).to.deep.equal([]);
  };
});
