import type { Knex } from 'knex';

/** Money moved by hand: what one in finance asks for, posted when another approves it. */
export const up = (db: Knex) =>
  db.raw(`
    create table adjustments (
      id           integer     generated always as identity primary key,
      proposal_id  integer     not null references proposals
                               constraint adjustments_one_of_a_proposal unique,
      request_key  text        not null constraint adjustments_asked_for_once unique
                               check (request_key ~ '^[A-Za-z0-9_-]{8,64}$'),
      kind         text        not null,
      debit        text        not null,
      credit       text        not null,
      amount_minor bigint      not null
                               constraint adjustments_move_something check (amount_minor > 0),
      currency     text        not null check (currency ~ '^[A-Z]{3}$'),
      member_id    integer     references members,
      transfer_id  bigint      references ledger_transfers
                               constraint adjustments_one_of_a_transfer unique,
      constraint adjustments_kind_is_known check (kind in ('adjustment', 'write-off')),
      constraint adjustments_have_two_ends check (debit <> credit),
      constraint adjustments_move_nothing_that_waits
        check (debit !~ ':(pending|in-transit)$' and credit !~ ':(pending|in-transit)$'),
      constraint adjustments_write_off_what_somebody_owes
        check ((kind = 'write-off') = (member_id is not null)),
      constraint adjustments_touch_debts_by_write_off
        check ((kind = 'write-off') = ('receivable:clawback' in (debit, credit))
               and (kind <> 'write-off' or 'expense:write-off' in (debit, credit)))
    );
    comment on table adjustments is
      'Money moved by hand, once, in the transaction in which another person approves it.';
    comment on column adjustments.request_key is
      'The form''s own number: the same form sent twice asks once.';
    comment on column adjustments.debit is 'An account''s code: where the amount comes from.';
    comment on column adjustments.credit is 'An account''s code: where it goes.';
    comment on column adjustments.member_id is 'Whose debt is written off, or owed again.';
    comment on column adjustments.transfer_id is 'Null until it was approved.';

    create function adjustments_refuse_change() returns trigger language plpgsql as $$
      begin
        if old.transfer_id is not null or new.transfer_id is null
           or (new.id, new.proposal_id, new.request_key, new.kind, new.debit, new.credit,
               new.amount_minor, new.currency, new.member_id)
              is distinct from (old.id, old.proposal_id, old.request_key, old.kind, old.debit,
               old.credit, old.amount_minor, old.currency, old.member_id)
        then
          raise exception 'adjustment % is posted once, and otherwise never changed', old.id
            using errcode = 'integrity_constraint_violation';
        end if;
        perform 1
           from proposals p
           join ledger_transfers t on t.id = new.transfer_id
           join ledger_accounts d on d.id = t.debit_account_id
           join ledger_accounts c on c.id = t.credit_account_id
          where p.id = new.proposal_id and p.decision = 'approved'
            and (t.key, t.event, t.ref)
                = ('adjustment.' || new.id, 'adjustment', 'adjustment:' || new.id)
            and (d.code, c.code, t.amount_minor, t.currency)
                = (new.debit, new.credit, new.amount_minor, new.currency)
            and (t.actor_id, t.approver_id) = (p.made_by, p.decided_by);
        if not found then
          raise exception 'adjustment % is posted by a transfer of its own, approved', new.id
            using errcode = 'integrity_constraint_violation';
        end if;
        return new;
      end
    $$;
    create trigger adjustments_are_posted_once before update on adjustments
      for each row execute function adjustments_refuse_change();
    create trigger adjustments_are_never_removed before delete or truncate on adjustments
      for each statement execute function refuse_change();

    grant select, insert, update on adjustments to goodline_app;
  `);

export const down = (db: Knex) =>
  db.raw('drop table adjustments; drop function adjustments_refuse_change;');
