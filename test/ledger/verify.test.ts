import { expect } from 'chai';

import { sealTransfers } from '#src/ledger/seal.ts';
import type { LedgerTransferId } from '#src/ledger/rows.ts';
import { verifyLedger } from '#src/ledger/verify.ts';
import { aDomain, type Domain } from '#test/support/domain.ts';
import { outcomeOf } from '#test/support/outcome.ts';
import { aClawback, aHold, aRelease, postAs, reverseAs, someone, transferOf } from './orders.ts';

describe('Verifying the ledger', () => {
  const domain = aDomain();
  const member = someone();

  before(() => aRandomHistory(domain, member));

  const findings = async () => {
    const found = await verifyLedger(domain.db);
    return found.filter(({ broken }) => broken > 0n).map(({ rule }) => rule);
  };

  it('finds nothing in a history of 300 random movements', async () => {
    expect(await findings()).to.deep.equal([]);
    expect(await domain.db('ledger_transfers').count().first())
      .to.have.property('count')
      .above(200);
  });

  const balance = 'Every guarded balance is the sum of its transfers';
  const chain = 'Every running balance follows from the one before';
  const floor = 'Every guarded account has a balance and was never below zero';
  const settled = 'Every settlement ends a pending transfer, once, by its own amount';
  const mirrored = 'Every reversal mirrors what it reverses, once';
  const waiting = 'What is being checked is what pending transfers wait to settle';
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
      const found = await afterTampering(domain, [statements].flat());

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

/** What somebody with every right on the server could do, and what it looks like before they undo it. */
async function withTampering<T>(
  { owner }: Domain,
  statements: string[],
  look: (trx: Domain['db']) => Promise<T>,
): Promise<T> {
  const trx = await owner.transaction();
  try {
    await trx.raw('set local session_replication_role = replica');
    for (const statement of statements) await trx.raw(statement);
    return await look(trx);
  } finally {
    await trx.rollback();
  }
}

const afterTampering = (domain: Domain, statements: string[]) =>
  withTampering(domain, statements, async (trx) =>
    (await verifyLedger(trx)).filter(({ broken }) => broken > 0n).map(({ rule }) => rule),
  );

/** Holds, releases, voids, clawbacks and undoings in an order that is random and always the same. */
async function aRandomHistory(domain: Domain, first: number): Promise<void> {
  const members = [first, someone(), someone(), someone()];
  const waits: { member: number; id: LedgerTransferId; amount: bigint }[] = [];
  const done: string[] = [];
  const random = randomNumbers(20_260_115);
  const pick = <T>(things: T[]) => things[random(things.length)] as T;

  const moves = [hold, hold, settle, settle, clawBack, undo, owe];
  for (const member of members) await hold(member);
  await settle();
  for (let turn = 0; turn < 300; turn += 1) await outcomeOf(pick(moves)(pick(members)));
  await settle();
  await undo();
  await owe();
  await sealTransfers(domain.db);

  async function hold(member: number) {
    const amount = BigInt(1 + random(100));
    const id = await postAs(domain, aHold(member, { amount }));
    waits.push({ member, id, amount });
  }
  async function settle() {
    const [wait] = waits.splice(random(waits.length), 1);
    if (!wait) return;
    const order = aRelease(wait.member, wait.id, { amount: wait.amount });
    const isVoid = random(3) === 0;
    const toVoid = { event: 'reward.void', credit: 'expense:rewards' } as const;
    await postAs(domain, isVoid ? { ...order, ...toVoid } : order);
    done.push(order.key);
  }
  async function clawBack(member: number) {
    const order = aClawback(member, { amount: BigInt(1 + random(60)) });
    await postAs(domain, order);
    done.push(order.key);
  }
  async function undo() {
    const key = done.pop();
    if (key === undefined) return;
    const transfer = await transferOf(domain.db, key);
    const id = await reverseAs(domain, transfer);
    const member = Number(/member:(\d+)/.exec(transfer.debit)?.[1]);
    if (transfer.settles !== null) waits.push({ member, id, amount: transfer.amount_minor });
  }
  async function owe() {
    const order = aClawback(0, { debit: 'receivable:clawback' });
    await postAs(domain, order);
  }
}

/** Whole numbers below a limit, from a seed: mulberry32. */
function randomNumbers(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}
