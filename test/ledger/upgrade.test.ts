import { expect } from 'chai';

import { migrationSource } from '#src/db/migrations.ts';
import { proveEntry } from '#src/ledger/proof.ts';
import { sealTransfers } from '#src/ledger/seal.ts';
import { verifyLedger } from '#src/ledger/verify.ts';
import { aDomain } from '#test/support/domain.ts';

const SEALING = '20261122_1110_ledger_tree';

describe('A ledger of the first delivery', function () {
  this.timeout(60_000);
  const domain = aDomain();

  before(async () => {
    await backToTheFirst();
    for (let day = 1; day <= 28; day += 1) await post(`2026-01-${String(day).padStart(2, '0')}`);
    await ask(`select ledger_number_transfers()`);
    await post('2026-01-30');
    await closeAsThen('2026-01');
    for (let day = 1; day <= 9; day += 1) await post(`2026-02-0${String(day)}`);
    await ask(`select ledger_number_transfers()`);
    await post('2026-02-20');

    await domain.owner.migrate.latest({ migrationSource });
  });

  const ask = async <T>(question: string, values: string[] = []) => {
    const { rows } = await domain.owner.raw<{ rows: T[] }>(question, values);
    return rows;
  };
  const backToTheFirst = async () => {
    for (;;) {
      const [last] = await ask<{ name: string }>(
        'select name from knex_migrations order by id desc limit 1',
      );
      if (!last || last.name < SEALING) return;
      await domain.owner.migrate.down({ migrationSource });
    }
  };
  let count = 0;
  const post = (date: string) =>
    ask(
      `select ledger_post(?, 'reward.hold', 'expense:rewards', 'member:7:pending', 50, 'GBP',
                          'test:1', ?::timestamptz, ?::date)`,
      [`test.${String((count += 1))}`, `${date}T12:00:00Z`, date],
    );
  const closeAsThen = async (month: string) => {
    await ask(`select ledger_begin_close(?, 1, '2026-02-01T12:00:00Z')`, [month]);
    const [fence] = await ask<{ xid: string }>('select pg_current_xact_id()::text as xid');
    await ask(`select ledger_number_transfers()`);
    await ask(`select ledger_end_close(?, 2, '2026-02-01T13:00:00Z', ?::xid8)`, [
      month,
      fence?.xid ?? '',
    ]);
  };

  it('keeps its numbers, and has their leaves', async () => {
    const numbers = await ask<{ seq: bigint; transfer_id: bigint }>(
      'select seq, transfer_id from ledger_journal order by seq',
    );

    expect(numbers.map(({ seq }) => seq)).to.deep.equal(numbers.map((_, nth) => BigInt(nth + 1)));
    expect(numbers.map(({ transfer_id }) => transfer_id)).to.deep.equal(
      numbers.map(({ seq }) => seq),
    );
    expect(numbers).to.have.length(38);
  });

  it('has a checkpoint for the month that was closed, as if it had been sealed then', async () => {
    const [checkpoint] = await domain.db('ledger_checkpoints');

    expect(checkpoint).to.include({ why: 'close:2026-01', tree_size: 29n });
    expect((await proveEntry(domain.db, 12n))?.tree_size).to.equal(29);
  });

  it('goes on where it was, and every rule holds', async () => {
    expect(await sealTransfers(domain.db)).to.equal(1n);

    const broken = (await verifyLedger(domain.db)).filter((finding) => finding.broken > 0n);
    expect(broken).to.deep.equal([]);
  });
});
