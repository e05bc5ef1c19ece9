import type { Knex } from 'knex';

import type { AcceptanceId } from '../../forum/rows.ts';
import { memberAccount, memberIn } from '../../ledger/accounts.ts';
import type { Month } from '../../ledger/dates.ts';
import type { LedgerTransferId } from '../../ledger/rows.ts';
import type { MemberId } from '../../members/rows.ts';
import { type Keeping, readKeeping } from '../../rewards/keeping.ts';
import { findReward } from '../../rewards/rewards.ts';
import type { RewardId, RewardRow } from '../../rewards/rows.ts';
import { readBusinessRecord, type BusinessRecord } from '../books/business-record.ts';
import { readUnposted } from './statement-movements.ts';
import { wordsOf, wordsOfUnposted, type Words } from './statement-words.ts';
import { readTransfersOf, LISTED, type ListedTransfer } from '../books/transfers.ts';

/** What a receipt is of: an entry by its number or by its own id, or a reward that moved nothing. */
export type ReceiptOf = { seq: bigint } | { id: LedgerTransferId } | { reward: RewardId };

/** One line of a member's statement, and everything that has to do with it. */
export type Receipt = {
  /** Undefined where nothing was moved. */
  entry: ListedTransfer | undefined;
  /** The acceptance, its checks and its reward; undefined for other business. */
  record: BusinessRecord | undefined;
  reward: RewardTerms | undefined;
  /** Why nothing was moved, where nothing was. */
  unmoved: Words | undefined;
  /** All that was moved for the same reason, the oldest first. */
  steps: Step[];
};

/** Until when a reward was to wait and what keeps it still, and what it came to. */
type RewardTerms = Pick<
  RewardRow,
  'hold_until' | 'made_at' | 'amount_minor' | 'currency' | 'state'
> & { keeping: Keeping | null };

/** A movement in the words of the statement. */
export type Step = Words & { transfer: ListedTransfer; isOwn: boolean };

/** A receipt of the member's own; undefined for anything that is not theirs. */
export async function findReceipt(
  db: Knex,
  memberId: MemberId,
  of: ReceiptOf,
): Promise<Receipt | undefined> {
  const entry = 'reward' in of ? undefined : await findOwn(db, memberId, of);
  const unposted = 'reward' in of ? await findUnposted(db, memberId, of.reward) : undefined;
  const ref = unposted?.ref ?? entry?.ref;
  if (ref === undefined) return undefined;
  const record = await readBusinessRecord(db, ref);
  const [transfers, reward] = await Promise.all([
    readTransfersOf(db, ref),
    record && findTerms(db, record.id),
  ]);
  const known = record ? transfers : transfers.filter((one) => isOf(one, memberId));
  const steps = known.map((transfer) => stepOf(transfer, { known, record, memberId }));
  return { entry, record, reward, unmoved: unposted?.words, steps };
}

async function findTerms(db: Knex, id: AcceptanceId): Promise<RewardTerms | undefined> {
  const [reward, keeping] = await Promise.all([findReward(db, id), readKeeping(db, id)]);
  return reward && { ...reward, keeping };
}

async function findOwn(
  db: Knex,
  memberId: MemberId,
  of: { seq: bigint } | { id: LedgerTransferId },
): Promise<ListedTransfer | undefined> {
  const { rows } = await db.raw<{ rows: ListedTransfer[] }>(
    `${LISTED} where ${'seq' in of ? 'j.seq = :seq' : 't.id = :id'}`,
    of,
  );
  return rows.find((transfer) => isOf(transfer, memberId));
}

async function findUnposted(db: Knex, member_id: MemberId, id: RewardId) {
  const reward = await db('rewards').where({ id, member_id }).first('acceptance_id', 'month');
  if (!reward) return undefined;
  const unposted = await readUnposted(db, member_id, reward.month as Month);
  const own = unposted.find(({ order }) => order === id);
  const words = own && wordsOfUnposted(own);
  return { ref: `acceptance:${String(reward.acceptance_id)}`, words };
}

const isOf = ({ debit, credit }: ListedTransfer, memberId: MemberId) =>
  [debit, credit].some((code) => memberIn(code)?.memberId === memberId);

type Around = { known: ListedTransfer[]; record: BusinessRecord | undefined; memberId: MemberId };

/** The words are those of the statement, which knows of the other movements what is known here. */
function stepOf(transfer: ListedTransfer, { known, record, memberId }: Around): Step {
  const verdicts = (record?.audits ?? []).flatMap((audit) => audit.verdicts);
  const failed = verdicts.findLast(({ verdict, undone_at }) => verdict === 'fail' && !undone_at);
  const words = wordsOf({
    event: transfer.event,
    undid: known.find(({ id }) => id === transfer.reverses)?.event ?? null,
    ended_by: known.find(({ settles }) => settles === transfer.id)?.event ?? null,
    was_undone: known.some(({ reverses }) => reverses === transfer.id),
    because: record?.reward?.because ?? null,
    fault: failed?.reason ?? null,
    balance: changeOf(transfer, memberAccount(memberId, 'available')),
  });
  return { ...words, transfer, isOwn: isOf(transfer, memberId) };
}

function changeOf({ debit, credit, amount_minor }: ListedTransfer, code: string): bigint {
  if (credit === code) return amount_minor;
  return debit === code ? -amount_minor : 0n;
}
