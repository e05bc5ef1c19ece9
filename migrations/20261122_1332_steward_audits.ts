import type { Knex } from 'knex';

/** Audits that lie with stewards, what staff said of their decisions, and where the two compare. */
export const up = (db: Knex) =>
  db.raw(`
    alter table verdicts add column decided_as text not null default 'staff',
      add constraint verdicts_decided_as_is_known check (decided_as in ('staff', 'stewards'));
    comment on column verdicts.decided_as is
      'Stewards decide where two of them agree; moderator_id is then the second of the two.';

    create table steward_audits (
      audit_id  integer     primary key references audits,
      topic_id  integer     not null references topics,
      mode      text        not null,
      opened_at timestamptz not null,
      due_at    timestamptz not null,
      ended_at  timestamptz,
      outcome   text,
      constraint steward_audits_mode_is_known check (mode in ('mixed', 'community')),
      constraint steward_audits_outcome_is_known check (outcome in ('opinion', 'agreed',
        'disagreed', 'fix', 'unsure', 'late', 'decided', 'cancelled', 'flagged', 'turned-back')),
      constraint steward_audits_end_somehow check ((ended_at is null) = (outcome is null))
    );
    create index steward_audits_open on steward_audits (topic_id, opened_at, audit_id)
      where ended_at is null;
    create index steward_audits_due on steward_audits (due_at) where ended_at is null;
    comment on table steward_audits is 'Audits that lie with the stewards of a topic, or did.';
    comment on column steward_audits.due_at is 'When staff take it over.';
    comment on column steward_audits.outcome is 'How it left the stewards.';

    create table steward_reviews (
      id          integer     generated always as identity primary key,
      audit_id    integer     not null unique references audits,
      verdict_id  integer     not null unique references verdicts,
      topic_id    integer     not null references topics,
      drawn       boolean     not null,
      opened_at   timestamptz not null,
      reviewer_id integer     references members,
      verdict     text,
      reason      text,
      note        text        not null default '' check (char_length(note) <= 1000),
      reviewed_at timestamptz,
      overturned_by integer   references members,
      overturned_at timestamptz,
      constraint steward_reviews_verdict_is_known check (verdict in ('pass', 'fix', 'fail')),
      constraint steward_reviews_reason_is_known
        check (reason in ('wrong', 'unsafe', 'copied', 'gaming')),
      constraint steward_reviews_fail_for_a_reason
        check (verdict is null or (verdict = 'fail') = (reason is not null)),
      constraint steward_reviews_are_by_somebody
        check ((reviewer_id is null) = (verdict is null)
          and (reviewer_id is null) = (reviewed_at is null)),
      constraint steward_reviews_are_overturned_by_somebody
        check ((overturned_by is null) = (overturned_at is null))
    );
    create index steward_reviews_of_topic on steward_reviews (topic_id, id);
    comment on table steward_reviews is
      'What staff said, independently and afterwards, of what stewards decided.';
    comment on column steward_reviews.drawn is
      'Drawn by lot, so that it counts in the figures; fails are looked at besides.';

    create table double_audits (
      id           integer     generated always as identity primary key,
      audit_id     integer     not null unique references audits,
      topic_id     integer     not null references topics,
      mode         text        not null,
      stewards     text        not null,
      staff        text        not null,
      made_at      timestamptz not null,
      withdrawn_at timestamptz,
      constraint double_audits_mode_is_known check (mode in ('mixed', 'community')),
      constraint double_audits_stewards_is_known check (stewards in ('pass', 'fix', 'fail')),
      constraint double_audits_staff_is_known check (staff in ('pass', 'fix', 'fail'))
    );
    create index double_audits_of_topic on double_audits (topic_id, made_at desc, id desc)
      where withdrawn_at is null;
    comment on table double_audits is
      'Answers that stewards and staff judged independently of each other.';
    comment on column double_audits.withdrawn_at is 'The verdict of staff was undone.';

    grant select, insert, update on steward_audits, steward_reviews, double_audits to goodline_app;

    insert into queue_kinds (word) values ('steward-decision') on conflict do nothing;
    insert into moderation_acts (word)
    values ('steward-opinion'), ('steward-unsure'), ('steward-decision-reviewed'),
           ('verdict-overturned') on conflict do nothing;
  `);

export const down = (db: Knex) =>
  db.raw(`
    drop table double_audits, steward_reviews, steward_audits;
    alter table verdicts drop column decided_as;
  `);
