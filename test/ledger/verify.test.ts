import { expect } from 'chai';

import { verifyLedger } from '#src/ledger/verify.ts';
import { aDomain } from '#test/support/domain.ts';
import { someone } from './orders.ts';
import { aRandomHistory, withTampering } from './tampering.ts';

describe('Verifying the ledger', () => {
  const domain = aDomain();
  const member = someone();

  before(() => aRandomHistory(domain, member));

  const brokenRules = async (db = domain.db) =>
    (await verifyLedger(db)).filter(({ broken }) => broken > 0n).map(({ rule }) => rule);

  it('finds nothing in a history of 300 random movements', async () => {
    expect(await brokenRules()).to.deep.equal([]);
    expect(await domain.db('ledger_transfers').count().first())
      .to.have.property('count')
      .above(200);
  });

  const balance = 'Every guarded balance is the sum of its transfers';
  const chain = 'Every running balance follows from the one before';
  const floor = 'Every guarded account has a balance and was never below zero';
  const settled = 'Every settlement ends a pending transfer, once, by its own amount';
  const mirrored = 'Every reversal mirrors what it reverses, once';
  const waiting = 'Every account holds just what the pending transfers into it wait to settle';
  const gapless = 'The journal is gapless and numbers every transfer it names once';
  const currency = 'Every account keeps one currency';
  const ends = 'Every transfer has two accounts, and every number its transfer';

  const the = (bucket: string) =>
    `(select id from ledger_accounts where code = 'member:${String(member)}:${bucket}')`;
  const first = (where: string) => `(select min(id) from ledger_transfers where ${where})`;
  const insertCopy = (where: string, changes: Record<string, string> = {}) => {
    const columns = `event, debit_account_id, credit_account_id, amount_minor, currency,
      debit_after, credit_after, pending, settles, reverses, journal, ref, recorded_at,
      effective_date`;
    const values = columns.replaceAll(/\w+/g, (column) => changes[column] ?? column);
    return `insert into ledger_transfers (key, ${columns})
            select 'tampered.' || id, ${values} from ledger_transfers where id = ${first(where)}`;
  };

  const tampering: [string, string | string[], string[]][] = [
    [
      'a balance that was changed',
      `update ledger_balances set amount_minor = amount_minor + 1 where account_id = ${the('available')}`,
      [balance],
    ],
    [
      'a balance of what waits that was changed',
      `update ledger_balances set amount_minor = amount_minor + 1 where account_id = ${the('pending')}`,
      [balance, waiting],
    ],
    [
      'a balance that was written anew in as many steps',
      `update ledger_balances set version = version + 1 where account_id = ${the('available')}`,
      [balance],
    ],
    ['a balance that was removed', `delete from ledger_balances`, [floor]],
    [
      'a balance below zero',
      [
        `alter table ledger_balances drop constraint ledger_balances_never_below_zero`,
        `update ledger_balances set amount_minor = -1 where account_id = ${the('available')}`,
      ],
      [balance, floor],
    ],
    [
      'an amount that was changed',
      `update ledger_transfers set amount_minor = amount_minor + 1 where id = ${first('pending')}`,
      [balance, chain],
    ],
    [
      'a running balance that was changed',
      `update ledger_transfers set credit_after = credit_after + 1
        where id = ${first(`credit_account_id = ${the('available')}`)}`,
      [chain],
    ],
    [
      'a transfer that was removed',
      `delete from ledger_transfers where id = ${first('pending')}`,
      [balance, ends],
    ],
    [
      'a transfer between two operator accounts that was removed',
      `delete from ledger_transfers where debit_after is null and credit_after is null`,
      [ends],
    ],
    [
      'a transfer that was turned to another account',
      `update ledger_transfers set credit_account_id = ${the('available')}
        where id = ${first(`credit_account_id = ${the('pending')}`)}`,
      [balance],
    ],
    [
      'a transfer that was turned to an account that does not exist',
      `update ledger_transfers set debit_account_id = 999999 where debit_after is null`,
      [ends],
    ],
    [
      'a settlement that was doubled',
      [
        `drop index ledger_transfers_settle_once`,
        insertCopy(`settles is not null and debit_account_id = ${the('pending')}`),
      ],
      [settled],
    ],
    [
      'a settlement of another amount',
      `update ledger_transfers set amount_minor = amount_minor + 1 where settles is not null`,
      [settled],
    ],
    [
      'a settlement that was forgotten',
      `update ledger_transfers set settles = null where settles is not null`,
      [waiting],
    ],
    [
      'a settlement of what did not wait',
      `update ledger_transfers set pending = false where id = ${first('pending')}`,
      [settled],
    ],
    [
      'a reversal that was doubled',
      [`drop index ledger_transfers_reverse_once`, insertCopy('reverses is not null')],
      [mirrored],
    ],
    [
      'a reversal of another amount',
      `update ledger_transfers set amount_minor = amount_minor + 1 where reverses is not null`,
      [mirrored],
    ],
    [
      'a number that was taken out of the journal',
      'delete from ledger_journal where seq = 7',
      [gapless],
    ],
    [
      'a number that was changed',
      'update ledger_journal set seq = 100000 where seq = 7',
      [gapless],
    ],
    [
      'a currency that was changed',
      `update ledger_transfers set currency = 'EUR' where id = ${first('pending')}`,
      [currency],
    ],
  ];

  for (const [what, statements, rules] of tampering) {
    it(`finds ${what}`, async () => {
      const found = await withTampering(domain, [statements].flat(), brokenRules);

      expect(found).to.include.members(rules);
    });
  }

  it('names the first offender', async () => {
    const [finding] = await withTampering(
      domain,
      [`update ledger_balances set amount_minor = 7 where account_id = ${the('available')}`],
      (trx) => verifyLedger(trx),
    );

    expect(finding?.broken).to.equal(1n);
    expect(finding?.first).to.match(new RegExp(`^member:${String(member)}:available holds 7, its`));
  });
});
