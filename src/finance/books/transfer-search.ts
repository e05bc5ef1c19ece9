import type { Knex } from 'knex';

import type { AcceptanceId } from '../../forum/rows.ts';
import type { LedgerAccountId } from '../../ledger/rows.ts';
import { nameKey } from '../../members/names.ts';

/** A condition on a transfer `t` with its number `j`, and the values it names. */
export type Part = { where: string; values: Record<string, Knex.RawBinding | bigint> };

/** What was looked for: a condition, nothing that could be, or nothing was asked for. */
export type Found = Part | 'nothing' | undefined;

/** The ids of accounts by their codes; those that nothing was ever booked on are left out. */
export async function findAccounts(db: Knex, codes: string[]): Promise<LedgerAccountId[]> {
  const rows = await db('ledger_accounts').whereIn('code', codes).select('id');
  return rows.map(({ id }) => id);
}

/** Transfers of members' accounts, by their partial indexes. */
export const ofAccounts = (name: string, transfer = 't') =>
  `((${transfer}.debit_account_id = any(:${name}) and ${transfer}.debit_after is not null)
    or (${transfer}.credit_account_id = any(:${name}) and ${transfer}.credit_after is not null))`;

/** Whether a text has the shape of an entry's number, a reference or a key. */
export const isReference = (text: string) =>
  /^#?\d{1,18}$/.test(text) || /^[a-z0-9.:_-]{1,120}$/i.test(text);

/** What an exact reference means: 12 and entry:12 are an entry, journal:7 is an event. */
export async function readReference(db: Knex, text: string | undefined): Promise<Found> {
  const ref = (text ?? '').trim().toLowerCase();
  if (ref === '') return undefined;
  const numbered = readNumbered(ref);
  if (!numbered) return anyOf([BY_KEY, BY_REF], { key: ref, refs: [ref] });
  const { kind = 'entry', number } = numbered;
  if (kind === 'entry') return { where: 'j.seq = :seq', values: { seq: number } };
  if (kind !== 'journal') return ofAcceptances(await readAcceptances(db, kind, number));
  const where = '(t.id = :event_id or (t.journal = :event_id and t.journal <> t.id))';
  return { where, values: { event_id: number } };
}

/** Tries what was typed as each thing it could be, the strictest first. */
export async function readText(db: Knex, text: string): Promise<Found> {
  if (text === '') return undefined;
  const numbered = readNumbered(text.toLowerCase());
  if (numbered) {
    const { kind, number } = numbered;
    if (kind === 'entry' || kind === 'journal') return readReference(db, text);
    const acceptances = await readAcceptances(db, kind, number);
    return kind === undefined
      ? anyOf([BY_NUMBER, BY_ACCEPTANCE], { seq: number, acceptances })
      : ofAcceptances(acceptances);
  }
  const amount = /^[£$€]?\s?(\d{1,9})\.(\d{2})$/.exec(text);
  if (amount) {
    const minor = BigInt(`${amount[1] ?? ''}${amount[2] ?? ''}`);
    return { where: 't.amount_minor = :minor', values: { minor } };
  }
  return readWords(db, text);
}

const KINDS = /^(?:(entry|journal|question|answer|acceptance)[: ])?#?(\d{1,18})$/;

type Kind = 'entry' | 'journal' | 'question' | 'answer' | 'acceptance';

function readNumbered(text: string): { kind: Kind | undefined; number: bigint } | undefined {
  const [, kind, number] = KINDS.exec(text) ?? [];
  return number === undefined
    ? undefined
    : { kind: kind as Kind | undefined, number: BigInt(number) };
}

/** The acceptances that a number may mean, the newest first. */
async function readAcceptances(
  db: Knex,
  kind: 'question' | 'answer' | 'acceptance' | undefined,
  number: bigint,
): Promise<AcceptanceId[]> {
  const columns = kind === undefined ? Object.values(COLUMNS) : [COLUMNS[kind]];
  const { rows } = await db.raw<{ rows: { id: AcceptanceId }[] }>(
    `select id from acceptances
      where ${columns.map((column) => `${column} = :number`).join(' or ')}
      order by id desc limit ${String(MOST)}`,
    { number },
  );
  return rows.map(({ id }) => id);
}

const COLUMNS = { question: 'question_id', answer: 'answer_id', acceptance: 'id' } as const;

/** How many business records a search looks through: whoever finds more narrows it. */
const MOST = 1_000;

const ofAcceptances = (acceptances: AcceptanceId[]): Found =>
  acceptances.length === 0 ? 'nothing' : anyOf([BY_ACCEPTANCE], { acceptances });

/** Words of titles that still stand, of reasons given for adjustments, and of names. */
async function readWords(db: Knex, text: string): Promise<Found> {
  const like = `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  const { rows } = await db.raw<{ rows: [Words] }>(WORDS, { like, name: nameKey(text) });
  const accounts = await findAccounts(db, rows[0].members.flatMap(codesOf));
  const { acceptances, adjustments } = rows[0];
  const refs = adjustments.map((id) => `adjustment:${String(id)}`);
  const finders = [BY_KEY, BY_REF, BY_ACCEPTANCE, BY_ACCOUNT];
  return anyOf(finders, { key: text, refs, acceptances, accounts });
}

type Words = { acceptances: AcceptanceId[]; adjustments: number[]; members: number[] };

const codesOf = (id: number) =>
  ['pending', 'available', 'in-transit'].map((bucket) => `member:${String(id)}:${bucket}`);

const WORDS = `
  select array(select a.id from questions q join acceptances a on a.question_id = q.id
                where q.title ilike :like and q.removed_at is null
                order by a.id desc limit ${String(MOST)}) as acceptances,
         array(select a.id from adjustments a join proposals p on p.id = a.proposal_id
                where p.reason ilike :like or p.evidence ilike :like
                order by a.id desc limit ${String(MOST)}) as adjustments,
         array(select id from members where name_key = :name or name ilike :like
                order by id limit ${String(MOST)}) as members`;

const BY_KEY = 'select x.id from ledger_transfers x where x.key = :key';

const BY_NUMBER = 'select x.transfer_id from ledger_journal x where x.seq = :seq';

const BY_REF = `
  select x.id from ledger_transfers x
   where x.ref = any(:refs) and x.ref not like 'acceptance:%'`;

const BY_ACCOUNT = `select x.id from ledger_transfers x where ${ofAccounts('accounts', 'x')}`;

/** Every transfer about an acceptance has it at the beginning of its key. */
const BY_ACCEPTANCE = `
  select x.id from unnest(:acceptances::int[]) as of
    join ledger_transfers x
      on x.key >= 'reward.' || of || '.' and x.key < 'reward.' || of || '/'
     and x.ref = 'acceptance:' || of`;

const anyOf = (finders: string[], values: Part['values'] | Record<string, unknown>): Part => ({
  where: `t.id in (${finders.join(' union ')})`,
  values: values as Part['values'],
});
