import type { Knex } from 'knex';

/**
 * Order is given when an entry is sealed, after its commit, and not when it is posted: nobody
 * waits for the head of a chain, and whoever commits late is sealed later instead of lost.
 */
export const up = (db: Knex) =>
  db.raw(`
    -- Seals what is committed and not sealed yet, in the order of posting, and says how many.
    --
    -- The fence: a poster takes its transaction's number before its transfer's id. So the newest id
    -- is read while this transaction has no number yet; whoever holds an id up to it has a lower
    -- number than ours. Once all those are over, nothing can appear at or below that id any more.
    -- (pg_snapshot_xmax would be no fence: it is one past the newest that has ended.)
    create function ledger_seal(p_limit integer) returns bigint
    language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      s ledger_sealer; v_newest bigint; v_xid xid8; v_oldest xid8;
      v_leaves bytea[]; v_sealed bigint; v_amount bigint; v_last bigint;
    begin
      if pg_current_xact_id_if_assigned() is not null
         or current_setting('transaction_isolation') <> 'read committed'
      then
        raise exception 'seal in a transaction of its own' using errcode = 'GL008';
      end if;
      select case when is_called then last_value else 0 end into v_newest
        from ledger_transfers_id_seq;
      select * into s from ledger_sealer;
      if v_newest <= s.low_id then return 0; end if;
      v_xid := pg_current_xact_id();
      select * into s from ledger_sealer for update; -- one at a time
      v_oldest := pg_snapshot_xmin(pg_current_snapshot()); -- before the transfers are read
      -- Planned afresh each time, for few rows are above low_id and none is known to the statistics.
      execute $query$
        with fresh as materialized (
          select t.id, t.amount_minor, ledger_leaf(t, d, c) as leaf
            from ledger_transfers t
            join ledger_accounts d on d.id = t.debit_account_id
            join ledger_accounts c on c.id = t.credit_account_id
           where t.id > $1 and not exists (select from ledger_journal j where j.transfer_id = t.id)
           order by t.id limit $2),
        numbered as (
          insert into ledger_journal (seq, transfer_id, leaf)
          select $3 + row_number() over (order by id), id, leaf from fresh)
        select array_agg(leaf order by id), count(*), coalesce(sum(amount_minor), 0), max(id)
          from fresh $query$
        into v_leaves, v_sealed, v_amount, v_last using s.low_id, p_limit, s.tree_size;
      if v_sealed > 0 then perform ledger_append(v_leaves, v_amount); end if;

      if s.candidate_xid > v_xid then -- restored into another cluster, whose numbers are lower
        s.candidate_id := null; s.candidate_xid := null;
      end if;
      if v_oldest >= s.candidate_xid then
        if v_sealed < p_limit then
          s.low_id := greatest(s.low_id, s.candidate_id);
          s.candidate_id := null; s.candidate_xid := null;
        else
          s.low_id := greatest(s.low_id, least(s.candidate_id, v_last));
        end if;
      end if;
      if s.candidate_xid is null and v_newest > s.low_id then
        s.candidate_id := v_newest; s.candidate_xid := v_xid;
      end if;
      update ledger_sealer
         set low_id = s.low_id, candidate_id = s.candidate_id, candidate_xid = s.candidate_xid
       where (low_id, candidate_id, candidate_xid)
             is distinct from (s.low_id, s.candidate_id, s.candidate_xid);
      return v_sealed;
    end $$;

    drop function ledger_number_transfers;
    revoke all on function ledger_seal from public;
    grant execute on function ledger_seal to goodline_app;
  `);

export const down = (db: Knex) =>
  db.raw(`
    drop function ledger_seal;

    create function ledger_number_transfers() returns bigint
    language plpgsql security definer set search_path = public, pg_temp as $$
    declare v_last bigint; v_given bigint;
    begin
      perform pg_advisory_xact_lock(hashtext('ledger_number_transfers'));
      select coalesce(max(seq), 0) into v_last from ledger_journal;
      insert into ledger_journal (seq, transfer_id)
      select v_last + row_number() over (order by t.id), t.id
        from ledger_transfers t
       where not exists (select 1 from ledger_journal j where j.transfer_id = t.id);
      get diagnostics v_given = row_count;
      return v_given;
    end $$;
    revoke all on function ledger_number_transfers from public;
    grant execute on function ledger_number_transfers to goodline_app;
  `);
