import type { Knex } from 'knex';

/** How far a topic's audits are in the community's hands, by which figures, and every step of it. */
export const up = (db: Knex) =>
  db.raw(`
    create table governance_settings (
      version                integer     primary key check (version > 0),
      window_size            integer     not null check (window_size between 50 and 5000),
      qualify_count          integer     not null check (qualify_count >= 50),
      qualify_error_permille integer     not null check (qualify_error_permille between 1 and 200),
      qualify_kappa_percent  integer     not null check (qualify_kappa_percent between 0 and 100),
      keep_error_permille    integer     not null,
      keep_kappa_percent     integer     not null check (keep_kappa_percent between 0 and 100),
      mixed_count            integer     not null check (mixed_count >= 20),
      mixed_error_permille   integer     not null,
      mixed_kappa_percent    integer     not null check (mixed_kappa_percent between 0 and 100),
      sample_percent         integer     not null check (sample_percent between 1 and 100),
      steward_hours          integer     not null check (steward_hours between 1 and 168),
      partner_count          integer     not null check (partner_count >= 1),
      partner_days           integer     not null check (partner_days between 1 and 730),
      steward_passed         integer     not null check (steward_passed >= 1),
      steward_share_percent  integer     not null check (steward_share_percent between 50 and 100),
      reason                 text        not null check (reason <> ''),
      changed_by             integer     references members,
      changed_at             timestamptz not null,
      constraint governance_settings_window_holds_what_qualifies check (qualify_count <= window_size),
      constraint governance_settings_is_kept_longer_than_it_is_won check (
        keep_error_permille between qualify_error_permille and 500
        and mixed_error_permille between keep_error_permille and 1000
        and keep_kappa_percent <= qualify_kappa_percent
        and mixed_kappa_percent <= keep_kappa_percent)
    );
    comment on table governance_settings is 'The thresholds of the dial; the highest version holds.';
    comment on column governance_settings.window_size is 'How many of the last double audits count.';
    comment on column governance_settings.qualify_error_permille is
      'The most that the upper 95 % bound of the error may be to become the community''s.';
    comment on column governance_settings.keep_error_permille is
      'The most that the same bound may be to stay the community''s.';
    comment on column governance_settings.mixed_count is 'Double audits before mixed can fail.';
    comment on column governance_settings.sample_percent is 'Stewards'' decisions that staff audit.';
    comment on column governance_settings.steward_hours is
      'How long an answer waits for stewards before staff decide it.';
    comment on column governance_settings.partner_count is
      'Acceptances between two people within partner_days that make them frequent partners.';
    comment on column governance_settings.steward_passed is
      'Checked answers passed before somebody can be invited as a steward.';
    insert into governance_settings values
      (1, 300, 200, 20, 60, 40, 50, 100, 150, 20, 20, 24, 3, 180, 500, 95,
       'The defaults', null, '2026-01-01 00:00:00+00');

    create table topic_modes (
      topic_id      integer     primary key references topics,
      mode          text        not null default 'staff',
      evidence_from timestamptz not null,
      turned_back   boolean     not null default false,
      changed_at    timestamptz not null,
      constraint topic_modes_mode_is_known check (mode in ('staff', 'mixed', 'community'))
    );
    comment on table topic_modes is 'Who decides a topic''s audits; staff, where there is no row.';
    comment on column topic_modes.evidence_from is
      'Only double audits from then on count: what fell back starts from nought.';
    comment on column topic_modes.turned_back is
      'A person turned it back, so that only a person turns it up again.';

    create table governance_steps (
      id               integer     generated always as identity primary key,
      topic_id         integer     not null references topics,
      from_mode        text        not null,
      to_mode          text        not null,
      because          text        not null,
      reason           text        not null default '' check (char_length(reason) <= 1000),
      actor_id         integer     references members,
      audits           integer     not null,
      errors           integer     not null,
      error_bound_ppm  integer     not null,
      kappa_ppm        integer,
      stewards         integer     not null,
      settings_version integer     not null references governance_settings,
      happened_at      timestamptz not null,
      constraint governance_steps_from_mode_is_known
        check (from_mode in ('staff', 'mixed', 'community')),
      constraint governance_steps_to_mode_is_known
        check (to_mode in ('staff', 'mixed', 'community')),
      constraint governance_steps_go_somewhere check (from_mode <> to_mode),
      constraint governance_steps_because_is_known
        check (because in ('qualified', 'error', 'kappa', 'too-few-stewards', 'by-hand')),
      constraint governance_steps_by_hand_have_a_person_and_a_reason
        check ((because = 'by-hand') = (actor_id is not null)
          and (because <> 'by-hand' or reason <> ''))
    );
    create index governance_steps_of_topic on governance_steps (topic_id, id);
    comment on table governance_steps is 'Every step of the dial, with the figures it rested on.';
    comment on column governance_steps.audits is 'Double audits that counted.';
    comment on column governance_steps.error_bound_ppm is
      'Upper 95 % bound of the error, in millionths.';
    comment on column governance_steps.kappa_ppm is
      'Cohen''s kappa in millionths; null where chance explains everything.';
    create trigger governance_steps_are_never_changed before update or delete or truncate
      on governance_steps for each statement execute function refuse_change();
    create trigger governance_settings_are_never_changed before update or delete or truncate
      on governance_settings for each statement execute function refuse_change();

    grant select, insert on governance_settings, governance_steps to goodline_app;
    grant select, insert, update on topic_modes to goodline_app;
  `);

export const down = (db: Knex) =>
  db.raw('drop table governance_steps, topic_modes, governance_settings');
