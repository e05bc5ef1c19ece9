import assert from 'node:assert/strict';

import { expect } from 'chai';

import { approveAdjustment } from '#src/finance/adjustments/approve-adjustment.ts';
import { askToClose } from '#src/finance/closing/ask-to-close.ts';
import { closePeriod } from '#src/finance/closing/close-period.ts';
import { exportMonth } from '#src/finance/exports/export.ts';
import { proposeAdjustment } from '#src/finance/adjustments/propose-adjustment.ts';
import { bookHistory } from '#src/ledger/book-history.ts';
import type { Month } from '#src/ledger/dates.ts';
import type { LedgerTransferRow } from '#src/ledger/rows.ts';
import { sealTransfers } from '#src/ledger/seal.ts';
import { post, postMany } from '#src/ledger/transfers.ts';
import { verifyLedger } from '#src/ledger/verify.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { reactions } from '#src/reactions/reactions.ts';
import { performer } from '#src/work.ts';
import { aDomain, operator } from '#test/support/domain.ts';
import { aFinancePerson, aMember } from '#test/support/make.ts';
import {
  aClawback,
  aHold,
  aRelease,
  codeOf,
  giveCredit,
  postAs,
  reverseAs,
  someKey,
  someone,
  transferOf,
} from '../../ledger/orders.ts';
import { anAdjustment } from '../adjusting.ts';

const MARCH = '2026-03' as Month;
const IN_MARCH = '2026-03-20T12:00:00Z';
const LATER = '2026-04-03T09:00:00Z';

/** Midnight in London, when summer time has begun two days before. */
const MIDNIGHT = Date.parse('2026-03-31T23:00:00.000Z');

describe('A month that is closed', () => {
  const domain = aDomain({ connections: 30 });
  let [jordan, sam] = [] as unknown as [MemberRow, MemberRow];
  let member: number;
  let waiting: Awaited<ReturnType<typeof postAs>>;
  let clawback: string;
  let files: unknown;

  const filesOf = async (month: Month) => [
    (await exportMonth(domain.db, { month, format: 'csv' })).manifest,
    (await exportMonth(domain.db, { month, format: 'trial-balance' })).manifest,
  ];

  before(async () => {
    jordan = await aFinancePerson(domain.owner);
    sam = await aFinancePerson(domain.owner);
    domain.itIsNow(IN_MARCH);
    member = someone();
    clawback = someKey();
    await giveCredit(domain, member, 200n);
    waiting = await postAs(domain, aHold(member));
    await postAs(domain, aClawback(member, { key: clawback }));
    domain.itIsNow(LATER);
    await domain.perform(jordan, (work) => askToClose(work, MARCH));
    await closePeriod(domain, sam, MARCH);
    files = await filesOf(MARCH);
  });
  afterEach(async () => {
    await sealTransfers(domain.db);
    expect(await filesOf(MARCH)).to.deep.equal(files);
    const broken = (await verifyLedger(domain.db)).filter((finding) => finding.broken > 0n);
    expect(broken).to.deep.equal([]);
  });

  const dateOf = async (key: string) => (await transferOf(domain.db, key)).effective_date;

  describe('takes nothing', () => {
    it('that is posted as of one of its days', async () => {
      const order = aHold(someone());
      domain.itIsNow(IN_MARCH);

      await postAs(domain, order);

      expect(await dateOf(order.key)).to.equal('2026-04-01');
    });

    it('of many that are posted by one call', async () => {
      const orders = Array.from({ length: 20 }, () => aHold(someone()));
      domain.itIsNow(IN_MARCH);

      await domain.perform('system', (work) => postMany(work, orders));

      for (const { key } of orders) expect(await dateOf(key)).to.equal('2026-04-01');
    });

    it('that a history of those days brings', async () => {
      const order = aHold(someone());
      const asOwner = performer({
        ...{ db: domain.owner, reactions, operator, now: () => new Date(IN_MARCH) },
      });

      await asOwner('system', (work) => bookHistory(work, () => post(work, order)));

      expect(await dateOf(order.key)).to.equal('2026-04-01');
    });

    it('that settles, or reverses, what was posted in it', async () => {
      const release = aRelease(member, waiting);
      domain.itIsNow(LATER);

      await postAs(domain, release);
      const undone = await reverseAs(domain, await transferOf(domain.db, clawback), 'test.undone');

      expect(await dateOf(release.key)).to.equal('2026-04-03');
      expect(undone).to.not.equal(undefined);
      expect(await dateOf('test.undone')).to.equal('2026-04-03');
    });

    it('that was asked for in it and is approved afterwards', async () => {
      const tess = await aMember(domain.owner);
      domain.itIsNow('2026-03-31T12:00:00Z');
      const asked = anAdjustment(tess);
      const { id } = await domain.perform(jordan, (work) => proposeAdjustment(work, asked));
      domain.itIsNow(LATER);

      await domain.perform(sam, (work) => approveAdjustment(work, id));

      expect(await dateOf(`adjustment.${String(id)}`)).to.equal('2026-04-03');
    });
  });

  describe('is not changed past the door', () => {
    const aRow = async (): Promise<Partial<LedgerTransferRow>> => {
      const { debit, credit, id, ...row } = await transferOf(domain.db, clawback);
      assert(debit !== credit, 'two ends');
      return { ...row, key: someKey(), journal: id };
    };
    const tries: [string, (db: typeof domain.db) => PromiseLike<unknown>][] = [
      ['inserts', async (db) => db('ledger_transfers').insert((await aRow()) as LedgerTransferRow)],
      [
        'inserts with an old snapshot',
        (db) =>
          db.transaction(
            async (trx) => trx('ledger_transfers').insert((await aRow()) as LedgerTransferRow),
            { isolationLevel: 'repeatable read' },
          ),
      ],
      [
        'updates',
        async (db) => db('ledger_transfers').where({ key: clawback }).update({ amount_minor: 1n }),
      ],
      ['deletes', async (db) => db('ledger_transfers').where({ key: clawback }).delete()],
      ['truncates', (db) => db.raw('truncate ledger_transfers cascade')],
      [
        'opens it again',
        (db) => db.raw(`update ledger_periods set state = 'open' where id = ?`, [MARCH]),
      ],
      [
        'opens it again from the start',
        (db) =>
          db.raw(
            `update ledger_periods set state = 'open', closing_by = null, closing_at = null,
                    closing_xid = null, closed_by = null, closed_at = null, last_seq = null
              where id = ?`,
            [MARCH],
          ),
      ],
      ['removes it', async (db) => db('ledger_periods').where({ id: MARCH }).delete()],
    ];
    for (const [what, attempt] of tries) {
      it(`by the site’s role, which ${what}`, async () => {
        expect(await codeOf(attempt(domain.db))).to.equal('42501');
      });

      it(`by its owner, who ${what}`, async () => {
        expect(await codeOf(attempt(domain.owner))).to.be.oneOf(['GL000', 'GL002', 'GL008']);
      });
    }

    it('by a step of closing it once more', async () => {
      const calls = [
        `ledger_begin_close('2026-03', 1, '2026-04-03T12:00Z', 'Europe/London')`,
        `ledger_stop_close('2026-03')`,
      ];
      for (const call of calls) {
        const { rows } = await domain.db.raw<{ rows: [{ done: boolean | null }] }>(
          `select ${call} as done`,
        );
        expect(rows[0].done === true, call).to.equal(false);
      }
    });
  });
});

describe('Closing a month at midnight, while everybody posts', () => {
  const domain = aDomain({ connections: 30 });

  it('leaves each acknowledged post in one month, by its own instant or late', async function () {
    this.timeout(60_000);
    const [jordan, sam] = [await aFinancePerson(domain.owner), await aFinancePerson(domain.owner)];
    let tick = 0;
    /** Each works by a clock of its own: some before midnight, some after, some an hour late. */
    const instants = [MIDNIGHT - 1, MIDNIGHT, MIDNIGHT + 3_600_000];
    const acknowledged = new Map<string, Date>();
    const poster = async () => {
      for (let turn = 0; turn < 25; turn += 1) {
        const at = new Date(instants[(tick += 1) % 3] ?? MIDNIGHT);
        const perform = performer({ db: domain.db, reactions, operator, now: () => at });
        const order = aHold(someone());
        await perform('system', (work) => post(work, order));
        acknowledged.set(order.key, at);
      }
    };
    domain.itIsNow(new Date(MIDNIGHT - 1));
    await postAs(domain, aHold(someone()));

    const posting = Array.from({ length: 15 }, poster);
    domain.itIsNow(new Date(MIDNIGHT + 3_600_000));
    await domain.perform(jordan, (work) => askToClose(work, MARCH));
    await closePeriod(domain, sam, MARCH);
    const closed = await exportMonth(domain.db, { month: MARCH, format: 'csv' });
    await Promise.all(posting);
    await sealTransfers(domain.db);

    const again = await exportMonth(domain.db, { month: MARCH, format: 'csv' });
    expect(again.manifest).to.deep.equal(closed.manifest);
    const posted = await domain
      .db('ledger_transfers')
      .whereIn('key', [...acknowledged.keys()])
      .select('key', 'effective_date');
    expect(posted).to.have.length(375);
    for (const { key, effective_date } of posted) {
      const isMarch = (acknowledged.get(key)?.getTime() ?? 0) < MIDNIGHT;
      expect(effective_date, key).to.be.oneOf(
        isMarch ? ['2026-03-31', '2026-04-01'] : ['2026-04-01'],
      );
    }
    const inMarch = posted.filter(({ effective_date }) => effective_date === '2026-03-31');
    expect(closed.manifest.rows).to.equal(inMarch.length + 1);
  });
});
