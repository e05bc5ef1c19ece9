import { expect } from 'chai';

import { numberTransfers } from '#src/ledger/journal.ts';
import { post } from '#src/ledger/transfers.ts';
import { aDomain } from '#test/support/domain.ts';
import { outcomeOf } from '#test/support/outcome.ts';
import { aHold, postAs, someone } from './orders.ts';

describe('The journal’s numbers', () => {
  const domain = aDomain({ connections: 40 });

  const readNumbers = async () => {
    const { rows } = await domain.db.raw<{ rows: { seq: bigint; transfer_id: bigint | null }[] }>(
      `select seq, transfer_id from ledger_journal
         full join ledger_transfers on id = transfer_id order by seq`,
    );
    return rows;
  };

  it('are given once, in the order of posting', async () => {
    await postAs(domain, aHold(someone()));
    await postAs(domain, aHold(someone()));

    expect(await numberTransfers(domain.db)).to.equal(2n);
    expect(await numberTransfers(domain.db)).to.equal(0n);

    const numbers = await readNumbers();
    expect(numbers.map(({ seq }) => seq)).to.deep.equal([1n, 2n]);
    expect(numbers[0]?.transfer_id).to.be.below(Number(numbers[1]?.transfer_id));
  });

  it('have no gap when twenty post at once, many think better of it, and four number', async () => {
    const before = BigInt((await readNumbers()).length);
    const poster = async () => {
      for (let turn = 0; turn < 10; turn += 1) await outcomeOf(postOrNot(turn % 3 === 0));
    };
    const postOrNot = (regrets: boolean) =>
      domain.perform('system', async (work) => {
        await post(work, aHold(someone()));
        if (regrets) throw new Error('thinks better of it');
      });
    const number = async () => {
      for (let turn = 0; turn < 15; turn += 1) await numberTransfers(domain.db);
    };

    await Promise.all([
      ...Array.from({ length: 20 }, poster),
      number(),
      number(),
      number(),
      number(),
    ]);
    await numberTransfers(domain.db);

    const numbers = await readNumbers();
    const expected = Array.from({ length: numbers.length }, (_, nth) => BigInt(nth + 1));
    expect(numbers.map(({ seq }) => seq)).to.deep.equal(expected);
    expect(BigInt(numbers.length)).to.equal(before + 20n * 6n);
    expect(numbers.every(({ transfer_id }) => transfer_id !== null)).to.equal(true);
  });
});
