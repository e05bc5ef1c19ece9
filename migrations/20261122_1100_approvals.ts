import type { Knex } from 'knex';

/** What one person proposes and another approves, within seven days, never the same one. */
export const up = (db: Knex) =>
  db.raw(`
    create table proposals (
      id         integer     generated always as identity primary key,
      kind       text        not null,
      reason     text        not null check (char_length(reason) between 10 and 1000),
      evidence   text        not null check (char_length(evidence) between 3 and 1000),
      made_by    integer     not null references members,
      made_at    timestamptz not null,
      expires_at timestamptz not null,
      decision   text,
      note       text        not null default '' check (char_length(note) <= 1000),
      decided_by integer     references members,
      decided_at timestamptz,
      constraint proposals_kind_is_known
        check (kind in ('adjustment', 'write-off', 'rule-set', 'period-close', 'over-budget')),
      constraint proposals_decision_is_known
        check (decision in ('approved', 'declined', 'withdrawn')),
      constraint proposals_are_decided_by_somebody
        check (num_nulls(decision, decided_by, decided_at) in (0, 3)),
      constraint proposals_maker_is_not_checker
        check (decision = 'withdrawn' or decided_by <> made_by),
      constraint proposals_are_withdrawn_by_their_maker
        check (decision <> 'withdrawn' or decided_by = made_by),
      constraint proposals_expire_after_seven_days
        check (expires_at = made_at + interval '168 hours'),
      constraint proposals_are_approved_in_time
        check (decision <> 'approved' or decided_at < expires_at)
    );
    create index proposals_undecided on proposals (kind, made_at) where decision is null;
    comment on table proposals is
      'What one person in finance asks for and another approves: the maker is never the checker.';
    comment on column proposals.evidence is 'What it rests on: a ticket, a document, a checklist.';

    create function proposals_refuse_change() returns trigger language plpgsql as $$
      begin
        if old.decision is not null
           or (new.id, new.kind, new.reason, new.evidence, new.made_by, new.made_at, new.expires_at)
              is distinct from (old.id, old.kind, old.reason, old.evidence, old.made_by,
                                old.made_at, old.expires_at)
        then
          raise exception 'proposal % is decided once, and otherwise never changed', old.id
            using errcode = 'integrity_constraint_violation';
        end if;
        return new;
      end
    $$;
    create trigger proposals_are_decided_once before update on proposals
      for each row execute function proposals_refuse_change();
    create trigger proposals_are_never_removed before delete or truncate on proposals
      for each statement execute function refuse_change();

    grant select, insert, update on proposals to goodline_app;
  `);

export const down = (db: Knex) =>
  db.raw('drop table proposals; drop function proposals_refuse_change;');
