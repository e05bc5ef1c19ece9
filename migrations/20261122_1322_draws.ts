import type { Knex } from 'knex';

/** What an audit was drawn by stands beside the draw, so that anybody can repeat it from the log. */
export const up = (db: Knex) =>
  db.raw(`
    alter table audit_draws add column seed text, add column number integer;
    update audit_draws d
       set seed = s.draw_seed,
           number = ('x' || left(encode(sha256(convert_to(
             s.draw_seed || ':' || d.acceptance_id, 'UTF8')), 'hex'), 8))::bit(32)::bigint % 100
      from rewards r
      join rule_sets s on s.id = r.rule_set_id
     where r.acceptance_id = d.acceptance_id;
    alter table audit_draws
      alter column seed set not null,
      alter column number set not null,
      add constraint audit_draws_number_is_of_a_hundred check (number between 0 and 99);
    create index audit_draws_by_cause on audit_draws (because, acceptance_id desc);
    create index audit_draws_by_time on audit_draws (drawn_at);
    comment on table audit_draws is 'Why each paid answer was audited, or was not.';
    comment on column audit_draws.seed is 'The seed of the rules that were in force.';
    comment on column audit_draws.number is
      'The first 32 bits of the SHA-256 of seed:acceptance, modulo 100; drawn where below the share.';
    create trigger audit_draws_are_never_changed before update or delete or truncate
      on audit_draws for each statement execute function refuse_change();
  `);

export const down = (db: Knex) =>
  db.raw(`
    drop trigger audit_draws_are_never_changed on audit_draws;
    drop index audit_draws_by_cause, audit_draws_by_time;
    alter table audit_draws drop column seed, drop column number;
    comment on table audit_draws is null;
  `);
