import type { Knex } from 'knex';

/** What each person who judged an audit said, apart from the verdict that their opinions came to. */
export const up = (db: Knex) =>
  db.raw(`
    create table audit_causes (word text primary key check (word ~ '^[a-z]+(-[a-z]+)*$'));
    comment on table audit_causes is 'Why an audit can have been opened.';
    insert into audit_causes (word) values ${CAUSES.map((word) => `('${word}')`).join(', ')};
    grant select on audit_causes to goodline_app;
    alter table audits
      drop constraint audits_because_is_known,
      add constraint audits_because_is_known foreign key (because) references audit_causes,
      add column opinions_wanted integer not null default 1 check (opinions_wanted in (1, 2)),
      add column flag_score integer check (flag_score between 0 and 100),
      add column flag_reasons text[] not null default '{}';
    comment on column audits.opinions_wanted is
      'How many people judge it independently: with 2 a third decides where they differ.';
    comment on column audits.flag_score is 'How suspicious the acceptance is, 0 to 100; null: not flagged.';
    comment on column audits.flag_reasons is 'Why it is suspicious, in the codes of the risk signals.';

    alter table verdicts
      drop constraint verdicts_note_check,
      add constraint verdicts_note_holds_those_of_three check (char_length(note) <= 3100),
      ${RUBRIC.map((part) => `add column ${scored(part)}`).join(', ')};

    create table audit_opinions (
      id             integer     generated always as identity primary key,
      audit_id       integer     not null references audits,
      member_id      integer     not null references members,
      capacity       text        not null,
      verdict        text        not null,
      reason         text,
      ${RUBRIC.map(scored).join(', ')},
      note           text        not null default '' check (char_length(note) <= 1000),
      body           text,
      answer_version integer     not null,
      given_at       timestamptz not null,
      undone_at      timestamptz,
      undone_because text,
      constraint audit_opinions_capacity_is_known check (capacity in ('staff', 'steward')),
      constraint audit_opinions_verdict_is_known check (verdict in ('pass', 'fix', 'fail')),
      constraint audit_opinions_reason_is_known
        check (reason in ('wrong', 'unsafe', 'copied', 'gaming')),
      constraint audit_opinions_fail_for_a_reason check ((verdict = 'fail') = (reason is not null)),
      constraint audit_opinions_text_only_with_a_fix check (verdict = 'fix' or body is null),
      constraint audit_opinions_undone_because_is_known
        check (undone_because in ('taken-back', 'edited')),
      constraint audit_opinions_undone_for_a_reason
        check ((undone_at is null) = (undone_because is null))
    );
    create unique index audit_opinions_one_live_of_a_member on audit_opinions (audit_id, member_id)
      where undone_at is null;
    create index audit_opinions_of_member on audit_opinions (member_id, id desc);
    create index audit_opinions_by_time on audit_opinions (given_at);
    comment on table audit_opinions is
      'What each person said of an audited answer, in the order they said it.';
    comment on column audit_opinions.capacity is 'What they judged it as: what staff say moves money.';
    comment on column audit_opinions.note is 'For the author, once a verdict agrees with it.';
    comment on column audit_opinions.body is 'The mended text that a fix would give the answer.';
    comment on column audit_opinions.answer_version is 'The version they had read.';
    comment on column audit_opinions.undone_because is
      'Taken back by whoever gave it, or the answer was edited before the verdict.';
    insert into audit_opinions (audit_id, member_id, capacity, verdict, reason, note,
                                answer_version, given_at, undone_at, undone_because)
    select audit_id, moderator_id, 'staff', verdict, reason, note, answer_version, decided_at,
           undone_at, case when undone_at is not null then 'taken-back' end
      from verdicts order by id;
    grant select, insert, update on audit_opinions to goodline_app;
    insert into moderation_acts (word)
    values ('opinion-given'), ('opinion-undone') on conflict do nothing;
  `);

/** Audits that were flagged stay, as called for: what was there before knows no better word. */
export const down = (db: Knex) =>
  db.raw(`
    drop table audit_opinions;
    alter table verdicts
      drop constraint verdicts_note_holds_those_of_three,
      add constraint verdicts_note_check check (char_length(note) <= 1000) not valid,
      ${RUBRIC.map((part) => `drop column ${part}`).join(', ')};
    alter table audits
      drop column opinions_wanted, drop column flag_score, drop column flag_reasons,
      drop constraint audits_because_is_known;
    update audits set because = 'called'
     where because not in ('first-five', 'always', 'sample', 'called');
    alter table audits add constraint audits_because_is_known
      check (because in ('first-five', 'always', 'sample', 'called'));
    drop table audit_causes;
  `);

const CAUSES = ['first-five', 'always', 'sample', 'called', 'flagged'];
const RUBRIC = ['correct', 'complete', 'safe', 'clear', 'original'];
const scored = (part: string) => `${part} text check (${part} in ('yes', 'partly', 'no'))`;
