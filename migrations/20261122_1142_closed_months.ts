import type { Knex } from 'knex';

/**
 * A closed month takes nothing, whoever inserts it and however: the door books elsewhere by
 * itself, and what comes past the door is refused. Behind the fence of a close nobody is left who
 * saw the month open, so what a transaction sees here is what is so.
 */
export const up = (db: Knex) =>
  db.raw(`
    create function ledger_refuse_closed_months() returns trigger language plpgsql as $$
      begin
        if current_setting('transaction_isolation') <> 'read committed' then
          raise exception 'post in read committed: older snapshots miss the close of a month'
            using errcode = 'GL008';
        end if;
        if (select state from ledger_periods where id = to_char(new.effective_date, 'YYYY-MM'))
           = 'closed'
        then
          raise exception 'period % is closed for ever', to_char(new.effective_date, 'YYYY-MM')
            using errcode = 'GL002';
        end if;
        return new;
      end
    $$;
    revoke all on function ledger_refuse_closed_months from public;
    create trigger ledger_transfers_spare_closed_months before insert on ledger_transfers
      for each row execute function ledger_refuse_closed_months();
  `);

export const down = (db: Knex) =>
  db.raw(`
    drop trigger ledger_transfers_spare_closed_months on ledger_transfers;
    drop function ledger_refuse_closed_months;
  `);
