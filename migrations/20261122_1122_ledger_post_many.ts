import type { Knex } from 'knex';

/**
 * Many transfers by one call: what each would do alone, in the order given, all or none of them.
 *
 * The accounts are locked first, in ascending order, so two batches never wait for each other in a
 * circle. Where every order is plain they are posted as one set; anything else, be it a key that
 * was used or a refusal, is left to ledger_post, one by one, so that each rule lives in one place.
 */
export const up = (db: Knex) =>
  db.raw(`
    create function ledger_orders(p_orders jsonb) returns table (n bigint, key text, event text,
      debit text, credit text, amount bigint, ref text, settles bigint, journal bigint,
      actor integer, approver integer)
    language sql immutable rows 100 as $$
      select n, key, event, debit, credit, amount, ref, settles, journal, actor, approver
        from rows from (jsonb_to_recordset(p_orders) as (key text, event text, debit text,
          credit text, amount bigint, ref text, settles bigint, journal bigint, actor integer,
          approver integer))
        with ordinality as o (key, event, debit, credit, amount, ref, settles, journal, actor,
          approver, n)
    $$;

    -- Everything is found by its key and joined by hash: the planner, who cannot know how many
    -- orders there are, would read whole tables or compare every order with every other.
    create function ledger_post_many(p_orders jsonb, p_currency text, p_at timestamptz, p_date date)
    returns bigint[] language plpgsql security definer set search_path = public, pg_temp
    set enable_seqscan = off set enable_nestloop = off as $$
    declare
      v_xid constant xid8 := pg_current_xact_id(); -- before anything is read: fences rely on it
      v_codes text[]; v_ids integer[]; v_held_ids integer[]; v_held bigint[]; v_date date;
      v_posted bigint[]; v_order record;
    begin
      if current_setting('transaction_isolation') <> 'read committed' then
        raise exception 'post in read committed: older snapshots miss the close of a month'
          using errcode = 'GL008';
      end if;
      v_codes := array(select debit from ledger_orders(p_orders)
                       union select credit from ledger_orders(p_orders) order by 1);
      v_ids := array(select id from ledger_accounts
                      where code = any(v_codes) and currency = p_currency);
      if cardinality(v_ids) < cardinality(v_codes) then
        v_ids := array(select (ledger_account(code, p_currency, p_at)).id
                         from unnest(v_codes) as code);
      end if;
      select array_agg(account_id), array_agg(amount_minor) into v_held_ids, v_held
        from (select account_id, amount_minor from ledger_balances
               where account_id = any(v_ids) order by account_id for update) as held;

      perform 1 from ledger_transfers
        where key = any(array(select key from ledger_orders(p_orders)));
      if not found then
        perform ledger_check_clock(p_at, p_date);
        v_date := ledger_open_date(p_date, p_at);
        with
        accounts as materialized (select * from ledger_accounts where id = any(v_ids)),
        asked as materialized (
          select o.*, d.id as d_id, d.guarded as d_guarded, c.id as c_id, c.guarded as c_guarded,
                 o.event in ('reward.hold', 'payout.reserve') as pending
            from ledger_orders(p_orders) as o
            join accounts d on d.code = o.debit
            join accounts c on c.code = o.credit),
        ends as materialized (
          select n, account_id, is_debit, change, (held + sum(change) over (
                   partition by account_id order by n))::bigint as after
            from (select n, d_id as account_id, true as is_debit, -amount as change
                    from asked where d_guarded
                  union all select n, c_id, false, amount from asked where c_guarded) as sides
            join unnest(v_held_ids, v_held) as locked (account_id, held) using (account_id)),
        verdict as materialized (
          select bool_and(coalesce(
                   (settles is null or (select t.pending and t.credit_account_id = d_id
                                               and t.amount_minor = amount
                                          from ledger_transfers t where t.id = asked.settles))
                   and (debit like '%:pending' or debit like '%:in-transit') = (settles is not null)
                   and (credit like '%:pending' or credit like '%:in-transit') = pending, false))
                 and count(distinct key) = count(*)
                 and not exists (select from ends where after < 0) as is_plain
            from asked),
        moved as (
          update ledger_balances b
             set amount_minor = b.amount_minor + s.change, version = b.version + s.moves
            from (select account_id, sum(change)::bigint as change, count(*) as moves
                    from ends group by account_id) as s
           where b.account_id = s.account_id and b.account_id = any(v_held_ids)
             and (select is_plain from verdict)),
        numbered as (
          select n, nextval('ledger_transfers_id_seq') as id
            from (select n from asked where (select is_plain from verdict) order by n) as plain),
        posted as (
          insert into ledger_transfers (id, key, event, debit_account_id, credit_account_id,
            amount_minor, currency, debit_after, credit_after, pending, settles, journal,
            ref, actor_id, approver_id, recorded_at, effective_date)
          overriding system value
          select id, key, event, d_id, c_id, amount, p_currency, d.after, c.after, pending, settles,
                 coalesce(journal, id), ref, actor, approver, p_at, v_date
            from numbered
            join asked using (n)
            left join ends d on d.n = numbered.n and d.is_debit
            left join ends c on c.n = numbered.n and not c.is_debit
          returning id)
        select array_agg(id order by id) into v_posted from posted;
      end if;

      if v_posted is null then
        v_posted := '{}';
        for v_order in select * from ledger_orders(p_orders) order by n loop
          v_posted := v_posted || ledger_post(v_order.key, v_order.event, v_order.debit,
            v_order.credit, v_order.amount, p_currency, v_order.ref, p_at, p_date, v_order.actor,
            v_order.approver, v_order.settles, null, v_order.journal);
        end loop;
      end if;
      return v_posted;
    end $$;

    revoke all on function ledger_orders, ledger_post_many from public;
    grant execute on function ledger_post_many to goodline_app;
  `);

export const down = (db: Knex) => db.raw('drop function ledger_post_many, ledger_orders');
