import type { Knex } from 'knex';

/**
 * Numbers that prove themselves: each entry of the journal becomes a leaf of a Merkle tree as in
 * RFC 6962, so that nothing can be changed, removed or put in without changing the tree's root.
 */
export const up = async (db: Knex) => {
  await db.raw(TABLES);
  await db.raw(FUNCTIONS);
  await db.raw(LEAVES_OF_WHAT_IS_NUMBERED);
};

const TABLES = `
  alter table ledger_journal add column leaf bytea;
  comment on column ledger_journal.leaf is
    'SHA-256 of the zero byte and the transfer''s canonical text: its leaf in the Merkle tree.';

  create table ledger_blocks (
    number       bigint      primary key check (number > 0),
    tree_size    bigint      not null constraint ledger_blocks_grow unique,
    root         bytea       not null check (octet_length(root) = 32),
    entries      integer     not null check (entries > 0),
    amount_minor bigint      not null,
    sealed_at    timestamptz not null
  );
  comment on table ledger_blocks is 'What was sealed at once, and the root of the whole tree since.';
  comment on column ledger_blocks.tree_size is 'Entries 1 to this number are under the root.';
  comment on column ledger_blocks.root is 'The Merkle tree hash of RFC 6962 over every leaf so far.';
  comment on column ledger_blocks.amount_minor is 'The control total of the block''s own entries.';

  create table ledger_nodes (
    level    integer not null check (level > 0 and level % 8 = 0),
    position bigint  not null check (position >= 0),
    hash     bytea   not null check (octet_length(hash) = 32),
    primary key (level, position)
  );
  comment on table ledger_nodes is
    'Every eighth level of the tree, so that a proof reads hundreds of hashes and not millions.';
  comment on column ledger_nodes.position is 'Over the leaves position * 2^level and following.';

  create table ledger_sealer (
    one           boolean primary key default true check (one),
    tree_size     bigint  not null default 0,
    peaks         bytea[] not null default '{}',
    low_id        bigint  not null default 0,
    candidate_id  bigint,
    candidate_xid xid8,
    constraint ledger_sealer_candidate_is_whole check (num_nulls(candidate_id, candidate_xid) in (0, 2))
  );
  insert into ledger_sealer default values;
  comment on table ledger_sealer is 'How far the sealer has come.';
  comment on column ledger_sealer.peaks is 'The roots of the perfect subtrees, the largest first.';
  comment on column ledger_sealer.low_id is
    'Every transfer up to this id is sealed, and what is not there will never be.';
  comment on column ledger_sealer.candidate_id is
    'The next low_id, once every transaction before candidate_xid is over.';

  do $$ declare t text; begin
    foreach t in array array['ledger_blocks', 'ledger_nodes'] loop
      execute format('create trigger %I before update or delete or truncate on %I
        for each statement execute function refuse_change()', t || '_are_never_changed', t);
    end loop;
  end $$;
  create trigger ledger_sealer_is_never_removed before delete or truncate
    on ledger_sealer for each statement execute function refuse_change();
  grant select on ledger_blocks, ledger_nodes, ledger_sealer to goodline_app;
`;

const FUNCTIONS = `
  -- A transfer's leaf: every column, and what its accounts are, in an order and form that never
  -- change. No field can hold the separator, and none that is there is empty.
  create function ledger_leaf(t ledger_transfers, d ledger_accounts, c ledger_accounts) returns bytea
  language sql stable as $$
    select sha256('\\x00'::bytea || convert_to(
      '1|' || t.id || '|' || t.key || '|' || t.event
      || '|' || d.code || '|' || d.kind || '|' || c.code || '|' || c.kind
      || '|' || t.amount_minor || '|' || t.currency
      || '|' || coalesce(t.debit_after::text, '') || '|' || coalesce(t.credit_after::text, '')
      || '|' || case when t.pending then 'pending' else '' end
      || '|' || coalesce(t.settles::text, '') || '|' || coalesce(t.reverses::text, '')
      || '|' || t.journal || '|' || t.ref
      || '|' || coalesce(t.actor_id::text, '') || '|' || coalesce(t.approver_id::text, '')
      || '|' || (extract(epoch from t.recorded_at) * 1000000)::bigint
      || '|' || to_char(t.effective_date, 'YYYY-MM-DD'), 'UTF8'))
  $$;

  -- Appends leaves to the tree as a block. Each carry joins two perfect subtrees of one size.
  create function ledger_append(p_leaves bytea[], p_amount bigint) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
  declare s ledger_sealer; v_hash bytea; v_rest bigint; v_level integer; v_top integer;
  begin
    select * into s from ledger_sealer for update;
    v_top := cardinality(s.peaks);
    foreach v_hash in array p_leaves loop
      v_rest := s.tree_size; v_level := 0;
      while v_rest & 1 = 1 loop
        v_hash := sha256('\\x01'::bytea || s.peaks[v_top] || v_hash);
        v_top := v_top - 1; v_rest := v_rest >> 1; v_level := v_level + 1;
        if v_level % 8 = 0 then insert into ledger_nodes values (v_level, v_rest, v_hash); end if;
      end loop;
      v_top := v_top + 1; s.peaks[v_top] := v_hash; s.tree_size := s.tree_size + 1;
    end loop;
    s.peaks := s.peaks[1:v_top];
    v_hash := s.peaks[v_top];
    for v_peak in reverse v_top - 1 .. 1 loop
      v_hash := sha256('\\x01'::bytea || s.peaks[v_peak] || v_hash);
    end loop;
    insert into ledger_blocks
    select coalesce(max(number), 0) + 1, s.tree_size, v_hash, cardinality(p_leaves), p_amount,
           clock_timestamp()
      from ledger_blocks;
    update ledger_sealer set tree_size = s.tree_size, peaks = s.peaks;
  end $$;

  revoke all on function ledger_leaf, ledger_append from public;
`;

/** Databases of the first delivery have numbers: they stay as they are, and get their leaves. */
const LEAVES_OF_WHAT_IS_NUMBERED = `
  alter table ledger_journal disable trigger ledger_journal_are_never_changed;
  update ledger_journal j set leaf = ledger_leaf(t, d, c)
    from ledger_transfers t
    join ledger_accounts d on d.id = t.debit_account_id
    join ledger_accounts c on c.id = t.credit_account_id
   where t.id = j.transfer_id;
  alter table ledger_journal enable trigger ledger_journal_are_never_changed;
  alter table ledger_journal alter column leaf set not null,
    add constraint ledger_journal_leaf_is_a_digest check (octet_length(leaf) = 32);

  do $$
  declare v_size bigint := 0; v_until bigint; v_leaves bytea[]; v_amount bigint;
  begin
    -- A block ends where a month was closed, so that the month can have the checkpoint it would.
    for v_until in
      select distinct until from (
        select last_seq as until from ledger_periods
        union all select seq from ledger_journal where seq % 20000 = 0
        union all select max(seq) from ledger_journal) as ends
       where until > 0 order by until
    loop
      select array_agg(j.leaf order by j.seq), sum(t.amount_minor) into v_leaves, v_amount
        from ledger_journal j join ledger_transfers t on t.id = j.transfer_id
       where j.seq > v_size and j.seq <= v_until;
      perform ledger_append(v_leaves, v_amount);
      v_size := v_until;
    end loop;
  end $$;
`;

export const down = (db: Knex) =>
  db.raw(`
    drop function ledger_append, ledger_leaf;
    drop table ledger_sealer, ledger_nodes, ledger_blocks;
    alter table ledger_journal drop column leaf;
  `);
