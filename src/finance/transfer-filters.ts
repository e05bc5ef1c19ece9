import type { Knex } from 'knex';

import type { Month } from '../ledger/dates.ts';
import type { LedgerTransferRow } from '../ledger/rows.ts';
import { findMemberByName } from '../members/find-members.ts';
import { findFamily } from './accounts.ts';
import { dayAfter, firstDay } from './months.ts';

/** What finance looks for; everything given must hold. */
export type TransferFilters = {
  month?: Month | undefined;
  /** An account's code, or the id of a family of accounts. */
  account?: string | undefined;
  event?: LedgerTransferRow['event'] | undefined;
  /**
   * What was typed: an entry number, the id of a question, an answer or an acceptance (also as
   * `answer:12`), a transfer's key, an amount (£0.50), or a member's name.
   */
  text?: string | undefined;
};

/** SQL about a transfer `t`, its number `j` and its accounts `d` and `c`. */
type Conditions = { where: string[]; values: Record<string, Knex.RawBinding | bigint> };

/** The filters as conditions, or 'nothing' where no transfer can pass them. */
export async function readConditions(
  db: Knex,
  { month, account, event, text = '' }: TransferFilters,
): Promise<Conditions | 'nothing'> {
  const typed = await readText(db, text.trim());
  if (typed === 'nothing') return typed;
  const parts = [
    typed,
    month !== undefined && {
      where: ['t.effective_date >= :first and t.effective_date < :before'],
      values: { first: firstDay(month), before: dayAfter(month) },
    },
    account !== undefined && {
      where: ['(d.code like :pattern or c.code like :pattern)'],
      values: { pattern: findFamily(account)?.pattern ?? asLiteral(account) },
    },
    event !== undefined && { where: ['t.event = :event'], values: { event } },
  ].filter((part) => part !== false);
  return {
    where: parts.flatMap(({ where }) => where),
    values: Object.assign({}, ...parts.map(({ values }) => values)) as Conditions['values'],
  };
}

const asLiteral = (code: string) => code.replaceAll(/[\\%_]/g, String.raw`\$&`);

/** Tries what was typed as each thing it could be, the strictest first. */
async function readText(db: Knex, text: string): Promise<Conditions | 'nothing'> {
  if (text === '') return { where: [], values: {} };
  const id = /^(?:(entry|question|answer|acceptance)[: ])?#?(\d{1,9})$/i.exec(text);
  if (id) return readNumber(db, id[1]?.toLowerCase(), Number(id[2]));
  const amount = /^[£$€]?\s?(\d{1,9})\.(\d{2})$/.exec(text);
  if (amount) {
    const minor = BigInt(`${amount[1] ?? ''}${amount[2] ?? ''}`);
    return { where: ['t.amount_minor = :minor'], values: { minor } };
  }
  const member = await findMemberByName(db, text);
  if (member) {
    const patternOfMember = `member:${String(member.id)}:%`;
    const where = ['(d.code like :patternOfMember or c.code like :patternOfMember)'];
    return { where, values: { patternOfMember } };
  }
  return { where: ['t.key = :key'], values: { key: text } };
}

async function readNumber(db: Knex, kind: string | undefined, number: number) {
  const isEntry = kind === undefined || kind === 'entry';
  const refs = kind === 'entry' ? [] : await readRefs(db, kind, number);
  if (!isEntry && refs.length === 0) return 'nothing';
  const either = [isEntry && 'j.seq = :number', refs.length > 0 && 't.ref = any(:refs)'];
  return {
    where: [`(${either.filter((part) => part !== false).join(' or ')})`],
    values: { ...(isEntry && { number }), ...(refs.length > 0 && { refs }) },
  };
}

/** The acceptances that a number may mean, as the ledger's references name them. */
async function readRefs(db: Knex, kind: string | undefined, number: number): Promise<string[]> {
  const columns = ['question', 'answer', 'acceptance'].filter(
    (column) => kind === undefined || kind === column,
  );
  const { rows } = await db.raw<{ rows: { ref: string }[] }>(
    `select 'acceptance:' || id as ref from acceptances
      where ${columns.map((column) => `${COLUMNS[column] ?? ''} = :number`).join(' or ')}
      limit 1000`,
    { number },
  );
  return rows.map(({ ref }) => ref);
}

const COLUMNS: Record<string, string> = {
  question: 'question_id',
  answer: 'answer_id',
  acceptance: 'id',
};
