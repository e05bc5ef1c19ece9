import type { Knex } from 'knex';

import { down as shutDoor, up as openDoor } from './20261122_0945_ledger_door.ts';

/**
 * The door of 20261122_0945, quicker: the same promises, the same refusals in the same order.
 *
 * Both accounts, the month and the key are looked up by one statement; what opens an account or a
 * month, or looks at the clock's tolerance, is called only where there is something to do. Nothing
 * is found by reading a table through: sessions that began when it was empty would go on doing so.
 */
export const up = (db: Knex) => db.raw(DOOR);

export const down = async (db: Knex) => {
  await shutDoor(db);
  await openDoor(db);
};

const DOOR = `
  create or replace function ledger_post(
    p_key text, p_event text, p_debit text, p_credit text, p_amount bigint, p_currency text,
    p_ref text, p_at timestamptz, p_date date, p_actor integer default null,
    p_approver integer default null, p_settles bigint default null,
    p_reverses bigint default null, p_journal bigint default null)
  returns bigint language plpgsql security definer set search_path = public, pg_temp
  set enable_seqscan = off as $$
  declare
    v_xid constant xid8 := pg_current_xact_id(); -- before anything is read: fences rely on it
    d_id integer; d_guarded boolean; d_after bigint; c_id integer; c_guarded boolean; c_after bigint;
    v_date date := p_date; v_state text; v_old bigint; v_other ledger_transfers; v_id bigint;
    v_pending boolean := p_event in ('reward.hold', 'payout.reserve');
  begin
    if current_setting('transaction_isolation') <> 'read committed' then
      raise exception 'post in read committed: older snapshots miss the close of a month'
        using errcode = 'GL008';
    end if;

    select d.id, d.guarded, c.id, c.guarded, m.state, t.id
      into d_id, d_guarded, c_id, c_guarded, v_state, v_old
      from (select) as asked
      left join ledger_accounts d on d.code = p_debit and d.currency = p_currency
      left join ledger_accounts c on c.code = p_credit and c.currency = p_currency
      left join ledger_periods m on m.id = to_char(p_date, 'YYYY-MM')
      left join ledger_transfers t on t.key = p_key;
    if c_id is null and p_credit < p_debit then -- opened in the order of codes: no deadlock
      select a.id, a.guarded into c_id, c_guarded from ledger_account(p_credit, p_currency, p_at) a;
    end if;
    if d_id is null then
      select a.id, a.guarded into d_id, d_guarded from ledger_account(p_debit, p_currency, p_at) a;
    end if;
    if c_id is null then
      select a.id, a.guarded into c_id, c_guarded from ledger_account(p_credit, p_currency, p_at) a;
    end if;

    if v_old is not null then
      select * into v_other from ledger_transfers where id = v_old;
      if (v_other.debit_account_id, v_other.credit_account_id, v_other.amount_minor, v_other.event,
          v_other.settles, v_other.reverses, v_other.ref)
         is distinct from (d_id, c_id, p_amount, p_event, p_settles, p_reverses, p_ref)
      then
        raise exception 'key % was used for another transfer', p_key using errcode = 'GL001';
      end if;
      return v_old;
    end if;
    if (p_at between clock_timestamp() - interval '1 second' and clock_timestamp() + interval '1 second'
        and p_date = (p_at at time zone 'UTC')::date) is not true
    then
      perform ledger_check_clock(p_at, p_date);
    end if;
    if v_state is distinct from 'open' then v_date := ledger_open_date(p_date, p_at); end if;

    if p_settles is not null then
      select * into v_other from ledger_transfers where id = p_settles;
      if not found or not v_other.pending
         or (v_other.credit_account_id, v_other.amount_minor) is distinct from (d_id, p_amount)
      then
        raise exception 'transfer % cannot be settled so', p_settles using errcode = 'GL005';
      end if;
    end if;
    if p_reverses is not null then
      select * into v_other from ledger_transfers where id = p_reverses;
      if not found or v_other.pending
         or (v_other.credit_account_id, v_other.debit_account_id, v_other.amount_minor)
            is distinct from (d_id, c_id, p_amount)
      then
        raise exception 'transfer % is not mirrored', p_reverses using errcode = 'GL006';
      end if;
      -- Undoing a settlement puts the amount back where it waits to be settled again.
      v_pending := v_other.settles is not null;
    end if;
    -- Money waits only for what will settle it, and moves on only by settling it.
    if (p_debit like '%:pending' or p_debit like '%:in-transit') <> (p_settles is not null)
       or (p_credit like '%:pending' or p_credit like '%:in-transit') <> v_pending
    then
      raise exception '% may not move from % to % so', p_event, p_debit, p_credit
        using errcode = 'GL005';
    end if;

    if d_guarded and c_guarded and c_id < d_id then -- ascending order: no deadlock
      perform 1 from ledger_balances where account_id = c_id for update;
    end if;
    if d_guarded then
      update ledger_balances set amount_minor = amount_minor - p_amount, version = version + 1
       where account_id = d_id returning amount_minor into strict d_after;
    end if;
    if c_guarded then
      update ledger_balances set amount_minor = amount_minor + p_amount, version = version + 1
       where account_id = c_id returning amount_minor into strict c_after;
    end if;
    v_id := nextval('ledger_transfers_id_seq');
    insert into ledger_transfers (id, key, event, debit_account_id, credit_account_id,
      amount_minor, currency, debit_after, credit_after, pending, settles, reverses, journal,
      ref, actor_id, approver_id, recorded_at, effective_date)
    overriding system value values (v_id, p_key, p_event, d_id, c_id,
      p_amount, p_currency, d_after, c_after, v_pending, p_settles, p_reverses,
      coalesce(p_journal, v_id), p_ref, p_actor, p_approver, p_at, v_date);
    return v_id;
  end $$;
`;
