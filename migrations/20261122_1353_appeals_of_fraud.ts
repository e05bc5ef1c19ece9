import type { Knex } from 'knex';

/** Whoever closed a case as fraud does not decide on an appeal against it either. */
export const up = (db: Knex) => db.raw(refusing(`${DECIDERS} union all ${OF_FRAUD}`));

export const down = (db: Knex) => db.raw(refusing(DECIDERS));

const DECIDERS = `
  select removed_by from removals where v_kind = 'removal' and id = v_id
   union all
  select decided_by from personal_data_findings where v_kind = 'finding' and id = v_id
   union all
  select moderator_id from verdicts where v_kind = 'verdict' and id = v_id
   union all
  select imposed_by from sanctions where v_kind = 'sanction' and id = v_id
   union all
  select a.decided_by from appeals a where a.subject = new.subject and a.id <> new.id`;

const OF_FRAUD = `
  select f.decided_by from fraud_takings t join fraud_cases f on f.id = t.case_id
   where v_kind = 'fraud' and t.acceptance_id = v_id`;

const refusing = (deciders: string) => `
  create or replace function appeals_refuse_decider() returns trigger language plpgsql as $$
    declare
      v_kind constant text := split_part(new.subject, ':', 1);
      v_id constant integer := split_part(new.subject, ':', 2)::integer;
    begin
      if new.decided_by in (${deciders}) then
        raise exception 'appeal % is decided by somebody else than before', new.id
          using errcode = 'integrity_constraint_violation',
                constraint = 'appeals_are_decided_by_another_person';
      end if;
      return new;
    end
  $$`;
