import type { LedgerTransferId } from '#src/ledger/rows.ts';
import { verifyLedger } from '#src/ledger/verify.ts';
import { checkOutside } from './check-outside.ts';
import type { History, Remembered } from './history.ts';
import { digestOf, type ClosedMonth } from './months.ts';
import type { MortalServer } from './server.ts';

/** What was found wrong, each in a sentence that names it; none if every promise was kept. */
export async function judge(
  server: MortalServer,
  history: History,
  closed: ClosedMonth[],
): Promise<string[]> {
  const posted = await readPosted(server);
  return [
    ...history.violations,
    ...missing(history, posted),
    ...unasked(history, posted),
    ...settledTwice([...posted.values()]),
    ...(await brokenRules(server)),
    ...(await changedMonths(server, closed)),
    ...(await unsealed(server)),
    ...(await checkOutside(server.owner())),
  ];
}

type Posted = {
  key: string;
  id: LedgerTransferId;
  event: string;
  debit: string;
  credit: string;
  amount: bigint;
  settles: LedgerTransferId | null;
  reverses: LedgerTransferId | null;
};

async function readPosted(server: MortalServer): Promise<Map<string, Posted>> {
  const { rows } = await server.owner().raw<{ rows: Posted[] }>(
    `select t.key, t.id, t.event, d.code as debit, c.code as credit, t.amount_minor as amount,
            t.settles, t.reverses
       from ledger_transfers t
       join ledger_accounts d on d.id = t.debit_account_id
       join ledger_accounts c on c.id = t.credit_account_id`,
  );
  return new Map(rows.map((row) => [row.key, row]));
}

/** What was acknowledged is there, as it was asked for, under the id that was told. */
function missing(history: History, posted: Map<string, Posted>): string[] {
  return [...history.byKey.values()]
    .filter(({ told }) => told === 'acknowledged')
    .flatMap((remembered) => {
      const { key } = remembered.order;
      const found = posted.get(key);
      if (!found) return [`${key} was acknowledged and is not there`];
      if (found.id !== remembered.id) return [`${key} is there under another id`];
      return isAsAsked(found, remembered) ? [] : [`${key} is not what was acknowledged`];
    });
}

/** What is there was asked for, was not refused, and was not thought better of. */
function unasked(history: History, posted: Map<string, Posted>): string[] {
  return [...posted.values()].flatMap((found) => {
    const remembered = history.byKey.get(found.key);
    if (history.regretted.has(found.key)) return [`${found.key} was rolled back and is there`];
    if (!remembered) return [`${found.key} was never asked for`];
    if (remembered.told === 'refused') return [`${found.key} was refused and is there`];
    return isAsAsked(found, remembered) ? [] : [`${found.key} is not what was asked for`];
  });
}

const isAsAsked = (found: Posted, { order, reverses }: Remembered) =>
  found.event === order.event &&
  found.debit === order.debit &&
  found.credit === order.credit &&
  found.amount === order.amount &&
  found.settles === (order.settles ?? null) &&
  found.reverses === (reverses ?? null);

function settledTwice(posted: Posted[]): string[] {
  const times = new Map<LedgerTransferId, number>();
  for (const { settles } of posted) {
    if (settles !== null) times.set(settles, (times.get(settles) ?? 0) + 1);
  }
  return [...times].filter(([, n]) => n > 1).map(([id]) => `transfer ${String(id)} ended twice`);
}

async function brokenRules(server: MortalServer): Promise<string[]> {
  const findings = await verifyLedger(server.owner());
  return findings
    .filter(({ broken }) => broken > 0n)
    .map(({ rule, broken, first }) => `${rule}: ${String(broken)} do not, first ${first ?? ''}`);
}

async function changedMonths(server: MortalServer, closed: ClosedMonth[]): Promise<string[]> {
  const changed: string[] = [];
  for (const { month, digest } of closed) {
    if ((await digestOf({ server }, month)) !== digest) changed.push(`${month} changed`);
  }
  return changed;
}

async function unsealed(server: MortalServer): Promise<string[]> {
  const { rows } = await server.owner().raw<{ rows: { key: string }[] }>(
    `select key from ledger_transfers t
      where not exists (select from ledger_journal j where j.transfer_id = t.id)`,
  );
  return rows.map(({ key }) => `${key} was never sealed`);
}
