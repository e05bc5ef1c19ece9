import type { Knex } from 'knex';

/**
 * Roots that are told to somebody outside the database: whoever has one can prove later that the
 * ledger still holds everything it held then. Every close keeps one, of exactly its last number.
 */
export const up = (db: Knex) =>
  db.raw(`
    create table ledger_checkpoints (
      id        integer     generated always as identity primary key,
      why       text        not null
                check (why ~ '^(close|export|night|shell):[0-9a-z._:-]{1,80}$'),
      tree_size bigint      not null,
      root      bytea       not null check (octet_length(root) = 32),
      made_at   timestamptz not null
    );
    create unique index ledger_checkpoints_one_of_a_close on ledger_checkpoints (why)
      where why like 'close:%';
    comment on table ledger_checkpoints is
      'Roots that were told to somebody: with every close, every export and every night.';
    create trigger ledger_checkpoints_are_never_changed before update or delete or truncate
      on ledger_checkpoints for each statement execute function refuse_change();
    grant select on ledger_checkpoints to goodline_app;

    -- Writes down the root of everything that is sealed, or was when the tree had a size.
    create function ledger_keep_root(p_why text, p_at timestamptz, p_size bigint default null)
    returns ledger_checkpoints
    language plpgsql security definer set search_path = public, pg_temp as $$
    declare v_kept ledger_checkpoints;
    begin
      insert into ledger_checkpoints (why, tree_size, root, made_at)
      select p_why, coalesce(max(tree_size), 0),
             coalesce((array_agg(root))[1], sha256('')), p_at
        from (select tree_size, root from ledger_blocks
               where p_size is null or tree_size = p_size
               order by number desc limit 1) as head
      having p_size is null or count(*) = 1
      returning * into strict v_kept;
      return v_kept;
    end $$;

    create function ledger_make_checkpoint(p_why text, p_at timestamptz, p_size bigint)
    returns ledger_checkpoints
    language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      if p_why like 'close:%' then
        raise exception 'only a close makes the checkpoint %', p_why using errcode = 'GL002';
      end if;
      return ledger_keep_root(p_why, p_at, p_size);
    end $$;

    create or replace function ledger_end_close(p_id text, p_checker integer, p_at timestamptz, p_fence xid8)
    returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
    declare v_from date := (p_id || '-01')::date; v_kept ledger_checkpoints;
    begin
      if pg_snapshot_xmin(pg_current_snapshot()) <= p_fence then return false; end if;
      perform 1 from ledger_periods
        where id = p_id and state = 'closing' and closing_xid < p_fence for update;
      if not found then return false; end if;
      -- Nothing can arrive in the month any more, so what is sealed now is all of it.
      perform 1 from ledger_transfers t
        where t.effective_date >= v_from and t.effective_date < v_from + interval '1 month'
          and t.id > (select low_id from ledger_sealer)
          and not exists (select from ledger_journal j where j.transfer_id = t.id);
      if found then
        raise exception 'period % is not sealed yet', p_id using errcode = 'GL009';
      end if;
      v_kept := ledger_keep_root('close:' || p_id, p_at);
      update ledger_periods set state = 'closed', closed_by = p_checker, closed_at = p_at,
             last_seq = v_kept.tree_size
       where id = p_id;
      return true;
    end $$;

    -- Months that were closed before there were checkpoints.
    insert into ledger_checkpoints (why, tree_size, root, made_at)
    select 'close:' || p.id, b.tree_size, b.root, clock_timestamp()
      from ledger_periods p join ledger_blocks b on b.tree_size = p.last_seq
     order by p.id;

    revoke all on function ledger_keep_root, ledger_make_checkpoint from public;
    grant execute on function ledger_make_checkpoint to goodline_app;
  `);

export const down = (db: Knex) =>
  db.raw(`
    drop function ledger_make_checkpoint, ledger_keep_root;
    drop table ledger_checkpoints;

    create or replace function ledger_end_close(p_id text, p_checker integer, p_at timestamptz, p_fence xid8)
    returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
    declare v_done boolean;
    begin
      if pg_snapshot_xmin(pg_current_snapshot()) <= p_fence then return false; end if;
      update ledger_periods set state = 'closed', closed_by = p_checker, closed_at = p_at,
             last_seq = (select coalesce(max(seq), 0) from ledger_journal)
       where id = p_id and state = 'closing' and closing_xid < p_fence returning true into v_done;
      return coalesce(v_done, false);
    end $$;
  `);
