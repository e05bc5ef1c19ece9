import type { Knex } from 'knex';

/** Something that must hold of the ledger; `first` names the first row of which it does not. */
export type Finding = { rule: string; broken: bigint; first: string | null };

/** A sentence that must hold, and the query that names everything of which it does not. */
export type Rules = Readonly<Record<string, string>>;

/** Recomputes the ledger from its transfers alone and says of each rule whether it holds. */
export const verifyLedger = (db: Knex): Promise<Finding[]> => findBroken(db, RULES);

/** Asks of each rule how many break it and which is the first. */
export async function findBroken(db: Knex, rules: Rules): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const [rule, offenders] of Object.entries(rules)) {
    const { rows } = await db.raw<{ rows: [{ broken: bigint; first: string | null }] }>(
      `select count(*) as broken, min(offender) as first from (${offenders}) as found`,
    );
    findings.push({ rule, ...rows[0] });
  }
  return findings;
}

const SIDES = `
  select id, credit_account_id as account_id, credit_after as after, amount_minor as change
    from ledger_transfers
  union all
  select id, debit_account_id, debit_after, -amount_minor from ledger_transfers`;

const RULES: Rules = {
  'Every guarded balance is the sum of its transfers': `
    select a.code || ' holds ' || b.amount_minor || ', its transfers say ' || coalesce(s.total, 0)
           as offender
      from ledger_balances b
      join ledger_accounts a on a.id = b.account_id
      left join (select account_id, sum(change) as total, count(*) as moves
                   from (${SIDES}) as sides group by account_id) s using (account_id)
     where b.amount_minor <> coalesce(s.total, 0) or b.version <> coalesce(s.moves, 0)`,
  'Every running balance follows from the one before': `
    select 'transfer ' || id as offender
      from (select id, after, change,
                   lag(after) over (partition by account_id order by id) as before
              from (${SIDES}) as sides where after is not null) as chain
     where after <> coalesce(before, 0) + change`,
  'Every guarded account has a balance and was never below zero': `
    select a.code as offender from ledger_accounts a
      left join ledger_balances b on b.account_id = a.id
     where a.guarded <> (b.account_id is not null) or b.amount_minor < 0
    union all
    select 'transfer ' || id from ledger_transfers where debit_after < 0 or credit_after < 0`,
  'Every settlement ends a pending transfer, once, by its own amount': `
    select 'transfer ' || t.id as offender
      from ledger_transfers t left join ledger_transfers p on p.id = t.settles
     where t.settles is not null
       and (p.pending, p.credit_account_id, p.amount_minor)
           is distinct from (true, t.debit_account_id, t.amount_minor)
    union all
    select 'transfer ' || settles from ledger_transfers group by settles having count(settles) > 1`,
  'Every reversal mirrors what it reverses, once': `
    select 'transfer ' || t.id as offender
      from ledger_transfers t left join ledger_transfers o on o.id = t.reverses
     where t.reverses is not null
       and (o.credit_account_id, o.debit_account_id, o.amount_minor)
           is distinct from (t.debit_account_id, t.credit_account_id, t.amount_minor)
    union all
    select 'transfer ' || reverses from ledger_transfers
     group by reverses having count(reverses) > 1`,
  'What is being checked is what pending transfers wait to settle': `
    select a.code || ' holds ' || b.amount_minor || ', waiting is ' || coalesce(w.total, 0)
           as offender
      from ledger_balances b
      join ledger_accounts a on a.id = b.account_id and a.code like 'member:%:pending'
      left join (select t.credit_account_id as account_id, sum(t.amount_minor) as total
                   from ledger_transfers t
                  where t.pending
                    and not exists (select 1 from ledger_transfers s where s.settles = t.id)
                  group by 1) w using (account_id)
     where b.amount_minor <> coalesce(w.total, 0)`,
  'The journal is gapless and numbers every transfer it names once': `
    select 'entry ' || seq as offender
      from (select seq, row_number() over (order by seq) as expected from ledger_journal) as j
     where seq <> expected`,
  'Every transfer has two accounts, and every number its transfer': `
    select 'transfer ' || t.id as offender
      from ledger_transfers t
      left join ledger_accounts d on d.id = t.debit_account_id
      left join ledger_accounts c on c.id = t.credit_account_id
     where d.id is null or c.id is null or d.id = c.id or t.amount_minor <= 0
    union all
    select 'entry ' || seq from ledger_journal left join ledger_transfers t on t.id = transfer_id
     where t.id is null`,
  'Every account keeps one currency': `
    select 'transfer ' || t.id as offender
      from ledger_transfers t
      join ledger_accounts a on a.id in (t.debit_account_id, t.credit_account_id)
     where a.currency <> t.currency`,
};
