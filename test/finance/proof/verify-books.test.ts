import { expect } from 'chai';

import { askToClose } from '#src/finance/closing/ask-to-close.ts';
import { closePeriod } from '#src/finance/closing/close-period.ts';
import { verifyBooks } from '#src/finance/proof/verify-books.ts';
import { verifyTonight } from '#src/finance/proof/verify-tonight.ts';
import type { Month } from '#src/ledger/dates.ts';
import { sealTransfers } from '#src/ledger/seal.ts';
import { findLastVerification } from '#src/ledger/verifications.ts';
import { performer } from '#src/work.ts';
import { reactions } from '#src/reactions/reactions.ts';
import { aDomain, operator, type Domain } from '#test/support/domain.ts';
import { aFinancePerson, aMember } from '#test/support/make.ts';
import { anAcceptedAnswer } from '../history.ts';

const MONTH = '2026-01' as Month;

describe('Verifying the books', () => {
  const domain = aDomain();

  before(async () => {
    await anAcceptedAnswer(domain, { author: await aMember(domain.owner) });
    const [jordan, sam] = [await aFinancePerson(domain.owner), await aFinancePerson(domain.owner)];
    domain.itIsNow('2026-02-03T09:00:00Z');
    await domain.perform(jordan, (work) => askToClose(work, MONTH));
    await closePeriod(domain, sam, MONTH);
  });

  const verify = () => domain.perform('system', (work) => verifyBooks(work, 'shell'));

  it('is written down with what came of it, by the close too', async () => {
    expect(await findLastVerification(domain.db)).to.include({ by: 'desk', tree_size: 1n });

    const findings = await verify();

    const last = await findLastVerification(domain.db);
    expect(last).to.deep.include({ by: 'shell', broken: 0, first: null, rules: findings.length });
    expect(last?.started_at).to.deep.equal(domain.now());
  });

  it('keeps a checkpoint every night, and says nothing where nothing is wrong', async () => {
    domain.itIsNow('2026-07-14T23:30:00Z');

    expect(await verifyTonight(domain.perform)).to.equal(undefined);

    const [checkpoint] = await domain.db('ledger_checkpoints').where('why', 'like', 'night:%');
    expect(checkpoint).to.include({ why: 'night:2026-07-15', tree_size: 1n });
    expect(await findLastVerification(domain.db)).to.include({ by: 'night' });
  });

  it('says in the night what is wrong first, and writes it down', async () => {
    const amiss = `update rewards set amount_minor = amount_minor + 1`;

    const { first, last } = await behindItsBack(domain, [amiss], async (perform, db) => ({
      first: await verifyTonight(perform),
      last: await findLastVerification(db),
    }));

    expect(first).to.deep.include({ broken: 1n, first: 'acceptance 1' });
    expect(last?.first).to.equal(`${String(first?.rule)}: acceptance 1`);
  });

  const INSERTED = `insert into ledger_transfers (key, event, debit_account_id, credit_account_id,
      amount_minor, currency, pending, journal, ref, recorded_at, effective_date)
    select 'slipped.in', 'reward.recovery', min(id) filter (where code = 'expense:rewards'),
           (ledger_account('receivable:clawback', 'GBP', now())).id, 500, 'GBP', false, 1, 'note:1',
           '2026-02-03', '2026-02-03' from ledger_accounts`;
  const SEALED = [
    `insert into ledger_journal
     select 2, t.id, ledger_leaf(t, d, c) from ledger_transfers t
       join ledger_accounts d on d.id = debit_account_id
       join ledger_accounts c on c.id = credit_account_id where key = 'slipped.in'`,
    `select ledger_append(array_agg(leaf), 500) from ledger_journal where seq = 2`,
  ];
  const tampering: [string, string[], RegExp][] = [
    [
      'a transfer between two operator accounts that was slipped in and sealed',
      [INSERTED, ...SEALED],
      /^What moves between the operator’s own accounts .*: transfer \d+$/,
    ],
    [
      'a month that somebody else is said to have closed',
      [`update ledger_periods set closed_by = 999`],
      /^Whoever asked to close a month .*: month 2026-01$/,
    ],
  ];
  for (const [what, statements, expected] of tampering) {
    it(`finds ${what}`, async () => {
      const last = await behindItsBack(domain, statements, async (perform, db) => {
        await perform('system', (work) => verifyBooks(work, 'shell'));
        return findLastVerification(db);
      });

      expect(last?.first).to.match(expected);
    });
  }

  it('finds nothing once it is as it was', async () => {
    await sealTransfers(domain.db);
    expect((await verify()).filter(({ broken }) => broken > 0n)).to.deep.equal([]);
  });
});

/** What a look at the books finds while they are wrong; then they are as they were. */
async function behindItsBack<T>(
  { owner, now }: Domain,
  statements: string[],
  look: (perform: Domain['perform'], db: Domain['db']) => Promise<T>,
): Promise<T> {
  const trx = await owner.transaction();
  try {
    await trx.raw('set local session_replication_role = replica');
    for (const statement of statements) await trx.raw(statement);
    return await look(performer({ db: trx, reactions, operator, now }), trx);
  } finally {
    await trx.rollback();
  }
}
