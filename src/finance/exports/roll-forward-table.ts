import type { Knex } from 'knex';

import type { LedgerTransferRow } from '../../ledger/rows.ts';
import { readGlCodes, type GlCodes } from './gl-codes.ts';
import { firstDay } from '../months.ts';
import { amount, type Cell } from './cells.ts';
import { LINE_OF } from './lines.ts';
import type { Extent } from './manifest.ts';
import type { Pages, Table } from './table.ts';

type Event = LedgerTransferRow['event'];

/** Why what is owed changes, in the order of the columns. */
const CAUSES = [
  'earned',
  'released',
  'taken_back',
  'paid',
  'expired',
  'funded',
  'adjusted',
] as const;
type Cause = (typeof CAUSES)[number];

/**
 * What every liability was when the month began, why it changed, and what it is at the end.
 * Credits are positive. A reversal counts as what it reverses; rows and columns both add up.
 */
export const rollForwardTable: Table = {
  columns: ['line', 'gl_code', 'currency', 'opening', ...CAUSES, 'closing'],
  pages: async function* (db, extent): Pages {
    const codes = await readGlCodes(db, extent.month);
    const lines = linesOf(await readMovements(db, extent));
    const all = lines.reduce(addLines, { ...EMPTY, account: 'total', gl_code: '' });
    yield lines.map((line) => rowOf(line, codes, extent.currency));
    yield [rowOf(all, () => NO_CODE, extent.currency)];
    const closing = closingOf(all);
    return {
      rows: lines.length,
      debit: extent.amount,
      credit: extent.amount,
      liability: closing,
    };
  },
};

type Amounts = { opening: bigint } & Record<Cause, bigint>;
type Line = Amounts & { account: string; gl_code: string };

const EMPTY: Amounts = {
  ...{ opening: 0n, earned: 0n, released: 0n, taken_back: 0n },
  ...{ paid: 0n, expired: 0n, funded: 0n, adjusted: 0n },
};

const NO_CODE = { gl_code: '', cost_centre: '', tax_code: '' };

function rowOf(line: Line, codes: GlCodes, currency: string | null): Cell[] {
  const causes = CAUSES.map((cause) => amount(line[cause]));
  const { gl_code } = codes(line);
  return [
    line.account,
    gl_code,
    currency,
    amount(line.opening),
    ...causes,
    amount(closingOf(line)),
  ];
}

const closingOf = (line: Amounts) => CAUSES.reduce((sum, cause) => sum + line[cause], line.opening);

function addLines<T extends Amounts>(one: T, other: Amounts): T {
  const causes = CAUSES.map((cause) => [cause, one[cause] + other[cause]]);
  return { ...one, ...Object.fromEntries(causes), opening: one.opening + other.opening } as T;
}

const CAUSE_OF: Record<Event, Cause> = {
  'reward.hold': 'earned',
  'reward.release': 'released',
  'reward.void': 'taken_back',
  'reward.clawback': 'taken_back',
  'reward.recovery': 'taken_back',
  'payout.reserve': 'paid',
  'payout.confirm': 'paid',
  'payout.fail': 'paid',
  'credit.expire': 'expired',
  'sponsor.fund': 'funded',
  match: 'funded',
  adjustment: 'adjusted',
  reversal: 'adjusted',
};

type Movement = {
  account: string;
  gl_code: string;
  /** Null for what came before the month. */
  event: Event | null;
  change: bigint;
};

function linesOf(movements: Movement[]): Line[] {
  const lines = new Map<string, Line>();
  for (const { account, gl_code, event, change } of movements) {
    const line = lines.get(account) ?? { ...EMPTY, account, gl_code };
    line[event === null ? 'opening' : CAUSE_OF[event]] += change;
    lines.set(account, line);
  }
  return [...lines.values()];
}

async function readMovements(db: Knex, { month, before, throughSeq }: Extent) {
  const { rows } = await db.raw<{ rows: Movement[] }>(
    `with moved as (
       select t.debit_account_id, t.credit_account_id, t.amount_minor,
              case when t.effective_date >= :first then coalesce(o.event, t.event) end as event
         from ledger_transfers t
         join ledger_journal j on j.transfer_id = t.id
         left join ledger_transfers o on o.id = t.reverses
        where t.effective_date < :before and j.seq <= :throughSeq),
     sides as (
       select credit_account_id as id, event, sum(amount_minor) as change from moved group by 1, 2
       union all
       select debit_account_id, event, -sum(amount_minor) from moved group by 1, 2)
     select ${LINE_OF} as account, a.gl_code, event, sum(change)::bigint as change
       from sides join ledger_accounts a using (id)
      where a.kind = 'liability'
      group by 1, 2, 3 order by a.gl_code, 1, 3`,
    { first: firstDay(month), before, throughSeq },
  );
  return rows;
}
