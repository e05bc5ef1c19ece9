import { expect } from 'chai';
import fc from 'fast-check';

import { deriveBalance, readHoldings } from '#src/ledger/balances.ts';
import { post, reverse, type Order } from '#src/ledger/transfers.ts';
import { verifyLedger } from '#src/ledger/verify.ts';
import { aDomain } from '#test/support/domain.ts';
import {
  aModel,
  asTransfer,
  FLOOR,
  mirrorOf,
  REVERSED,
  SETTLED,
  type Known,
  type Model,
} from './model.ts';
import { codeOf, someKey, someone } from './orders.ts';

/** Something somebody tries; `which` picks among what has happened so far. */
type Step = { does: Deed; who: number; amount: bigint; which: number };
type Deed = (typeof DEEDS)[number];
type Attempt = { order: Order; reverses?: Known };

const DEEDS = [
  ...['hold', 'hold', 'hold', 'release', 'release', 'void', 'clawback', 'recovery', 'reserve'],
  ...['confirm', 'fail', 'expire', 'match', 'fund', 'reverse', 'reverse', 'again', 'conflict'],
  ...['wrong amount', 'wrong way', 'straight to waiting'],
] as const;

const step: fc.Arbitrary<Step> = fc.record({
  does: fc.constantFrom(...DEEDS),
  who: fc.nat(2),
  amount: fc.bigInt({ min: 1n, max: 120n }),
  which: fc.nat(60),
});

/** The same every time, and long enough for each refusal to be met; what follows is random. */
const EVERYTHING = fc
  .sample(fc.array(step, { minLength: 60, maxLength: 60 }), { numRuns: 30, seed: 4711 })
  .map((steps): [Step[]] => [steps]);

describe('The ledger, whatever is tried in whatever order,', function () {
  this.timeout(60_000);
  const domain = aDomain();
  const seen = new Set<unknown>();

  it('answers, and holds, what a model of forty lines says', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 60 }), async (steps) => {
        const people = [someone(), someone(), someone()];
        const model = aModel();
        for (const one of steps) await attempt(model, attemptOf(model, people, one), one.does);
        await expectSameHoldings(model, people);
      }),
      { numRuns: 60, examples: EVERYTHING },
    );

    const broken = (await verifyLedger(domain.owner)).filter((finding) => finding.broken > 0n);
    expect(broken).to.deep.equal([]);
    expect([...seen]).to.have.members(['GL001', 'GL005', 'GL006', FLOOR, SETTLED, REVERSED]);
  });

  it('adds up operators’ accounts as the model does', async () => {
    const before = await deriveBalance(domain.db, 'expense:rewards');
    const people = [someone(), someone(), someone()];
    const model = aModel();
    const steps = fc.sample(step, { numRuns: 120, seed: 4711 });

    for (const one of steps) await attempt(model, attemptOf(model, people, one), one.does);

    expect(await deriveBalance(domain.db, 'expense:rewards')).to.equal(
      before + model.balanceOf('expense:rewards'),
    );
  });

  async function attempt(model: Model, { order, reverses }: Attempt, does: Deed): Promise<void> {
    const expected = model.expect(order, reverses);
    const answer = await codeOf(
      domain.perform('system', (work) =>
        reverses ? reverse(work, asTransfer(reverses), order) : post(work, order),
      ),
    );
    const said = `${does}: ${order.key} answers ${JSON.stringify(answer, texts)}`;
    if (!expected.done) {
      expect(expected.codes, said).to.include(answer);
      seen.add(answer);
      return;
    }
    expect(answer, said).to.have.property('answered');
    model.note(order, (answer as { answered: Known['id'] }).answered, reverses);
  }

  async function expectSameHoldings(model: Model, people: number[]): Promise<void> {
    for (const person of people) {
      expect(await readHoldings(domain.db, person)).to.deep.equal({
        pending: model.balanceOf(`member:${String(person)}:pending`),
        available: model.balanceOf(`member:${String(person)}:available`),
        inTransit: model.balanceOf(`member:${String(person)}:in-transit`),
      });
    }
  }
});

const texts = (_: string, value: unknown) => (typeof value === 'bigint' ? String(value) : value);

/** What a step means after all that has happened; a step that finds nothing to act on is a hold. */
function attemptOf(model: Model, people: number[], { does, who, amount, which }: Step): Attempt {
  const of = (bucket: string) => `member:${String(people[who])}:${bucket}`;
  const made = { key: someKey(), ref: 'test:1', amount };
  const one = model.known[which % Math.max(model.known.length, 1)];
  const hold: Order = {
    ...{ ...made, event: 'reward.hold', debit: 'expense:rewards', credit: of('pending') },
  };
  if (does in SIMPLE) return { order: { ...made, ...SIMPLE[does as keyof typeof SIMPLE](of) } };
  if (!one || does === 'hold') return { order: hold };
  if (does in SETTLING) return { order: settling(one, does as keyof typeof SETTLING, made.key) };
  if (does === 'reverse') return { order: mirrorOf(one, made.key), reverses: one };
  if (does === 'again') return again(model, one, one.amount);
  if (does === 'conflict') return again(model, one, one.amount + 1n);
  if (does === 'wrong amount') {
    const released = settling(one, 'release', made.key);
    return { order: { ...released, amount: one.amount + 1n } };
  }
  if (does === 'wrong way')
    return { order: { ...hold, debit: of('pending'), credit: of('available') } };
  return { order: { ...hold, event: 'adjustment' as const, ...WITHOUT_PEOPLE } };
}

/** An adjustment straight into what waits, which the door refuses before it asks who approved. */
const WITHOUT_PEOPLE = { approverId: 2 };

type Of = (bucket: string) => string;
type Ends = Pick<Order, 'event' | 'debit' | 'credit'>;

const SIMPLE = {
  clawback: (of: Of): Ends => ({
    ...{ event: 'reward.clawback', debit: of('available'), credit: 'expense:rewards' },
  }),
  recovery: (of: Of): Ends => ({
    ...{ event: 'reward.recovery', debit: of('available'), credit: 'receivable:clawback' },
  }),
  reserve: (of: Of): Ends => ({
    ...{ event: 'payout.reserve', debit: of('available'), credit: of('in-transit') },
  }),
  expire: (of: Of): Ends => ({
    ...{ event: 'credit.expire', debit: of('available'), credit: 'income:breakage' },
  }),
  match: (): Ends => ({
    ...{ event: 'match', debit: 'expense:match', credit: 'liability:charity:mind' },
  }),
  fund: (): Ends => ({
    ...{ event: 'sponsor.fund', debit: 'clearing:billing', credit: 'liability:sponsor:acme' },
  }),
} satisfies Record<string, (of: Of) => Ends>;

const SETTLING = {
  release: { event: 'reward.release', from: 'pending', to: 'available' },
  void: { event: 'reward.void', from: 'pending', to: 'expense:rewards' },
  confirm: { event: 'payout.confirm', from: 'in-transit', to: 'clearing:billing' },
  fail: { event: 'payout.fail', from: 'in-transit', to: 'available' },
} as const;

/** Settles a transfer, whether or not it waits; its member is whoever it was made for. */
function settling(one: Known, does: keyof typeof SETTLING, key: string): Order {
  const { event, from, to } = SETTLING[does];
  const member = /member:\d+/.exec(`${one.credit} ${one.debit}`)?.[0] ?? 'member:1';
  const debit = `${member}:${from}`;
  const credit = to === 'available' ? `${member}:available` : to;
  return { ...{ key, event, debit, credit, amount: one.amount, ref: one.ref, settles: one.id } };
}

/** The same key once more, with the same content or with another amount. */
function again(model: Model, one: Known, amount: bigint): Attempt {
  const { id: _id, pending: _pending, reverses, ...order } = one;
  const undone = model.known.find(({ id }) => id === reverses);
  return { order: { ...order, amount }, ...(undone && { reverses: { ...undone, amount } }) };
}
