import type { Knex } from 'knex';

/** Appeals against what a person decided, and who decided on them: always somebody else. */
export const up = (db: Knex) =>
  db.raw(`
    alter table verdicts add column replaces_id integer
      constraint verdicts_replace_once unique references verdicts;
    comment on column verdicts.replaces_id is 'The verdict that an appeal overturned, in whose place it stands.';

    create table appeals (
      id          integer     generated always as identity primary key,
      subject     text        not null check (subject ~ '^[a-z]+:[1-9][0-9]*$'),
      member_id   integer     not null references members,
      ground      text        not null,
      barred      integer[]   not null,
      plea        text        not null check (char_length(plea) between 1 and 2000),
      made_at     timestamptz not null,
      decision    text,
      reason      text        not null default '' check (char_length(reason) <= 1000),
      note        text        not null default '' check (char_length(note) <= 1000),
      decided_by  integer     references members,
      decided_at  timestamptz,
      constraint appeals_decision_is_known check (decision in ('upheld', 'overturned')),
      constraint appeals_are_decided_by_a_person
        check (num_nonnulls(decision, decided_by, decided_at) in (0, 3)),
      constraint appeals_are_decided_for_a_reason check (decision is null or reason <> ''),
      constraint appeals_are_decided_by_another
        check (decided_by <> member_id and decided_by <> all (barred))
    );
    create unique index appeals_one_open_of_a_decision on appeals (subject) where decision is null;
    create index appeals_of_subject on appeals (subject, id);
    create index appeals_of_member on appeals (member_id, id desc);
    create index appeals_by_decision on appeals (decided_at) where decision = 'overturned';
    comment on table appeals is 'What members say against a decision, and what came of it.';
    comment on column appeals.subject is
      'The decision appealed against: removal:4, finding:7, verdict:12 or sanction:3.';
    comment on column appeals.ground is 'The rule it was decided by, which an overturned decision counts against.';
    comment on column appeals.barred is 'Who has decided on it before or has a part in it.';
    comment on column appeals.plea is 'What the member says, for staff to read.';
    comment on column appeals.reason is 'Shown to the member.';
    comment on column appeals.note is 'For staff alone.';

    create function appeals_refuse_decider() returns trigger language plpgsql as $$
      declare
        v_kind constant text := split_part(new.subject, ':', 1);
        v_id constant integer := split_part(new.subject, ':', 2)::integer;
      begin
        if new.decided_by in (
             select removed_by from removals where v_kind = 'removal' and id = v_id
              union all
             select decided_by from personal_data_findings where v_kind = 'finding' and id = v_id
              union all
             select moderator_id from verdicts where v_kind = 'verdict' and id = v_id
              union all
             select imposed_by from sanctions where v_kind = 'sanction' and id = v_id
              union all
             select a.decided_by from appeals a where a.subject = new.subject and a.id <> new.id)
        then
          raise exception 'appeal % is decided by somebody else than before', new.id
            using errcode = 'integrity_constraint_violation',
                  constraint = 'appeals_are_decided_by_another_person';
        end if;
        return new;
      end
    $$;
    revoke all on function appeals_refuse_decider from public;
    create trigger appeals_are_decided_by_another_person before insert or update of decided_by, subject
      on appeals for each row when (new.decided_by is not null)
      execute function appeals_refuse_decider();

    insert into moderation_acts (word) values ('appeal-upheld'), ('appeal-overturned');
    insert into mail_kinds (word) values ('appeal-decided');
    grant select, insert, update on appeals to goodline_app;
  `);

export const down = (db: Knex) =>
  db.raw(`
    delete from mail_kinds w where word = 'appeal-decided'
       and not exists (select from mails where kind = w.word);
    delete from moderation_acts w where word like 'appeal-%'
       and not exists (select from moderation_log where act = w.word);
    drop table appeals;
    drop function appeals_refuse_decider;
    alter table verdicts drop column replaces_id;
  `);
