import type { Knex } from 'knex';

/** The people of the community: customers who ask and answer, and the staff who look after them. */
export const up = (db: Knex) =>
  db.raw(`
    create table members (
      id                integer     generated always as identity primary key,
      name              text        not null check (char_length(name) between 3 and 30),
      name_key          text        not null constraint members_name_is_unique unique,
      email             text        check (char_length(email) <= 254),
      email_key         text        constraint members_email_is_unique unique,
      email_verified_at timestamptz,
      password_hash     text,
      role              text        not null default 'member',
      level             text        not null default 'newcomer',
      bio               text        not null default '' check (char_length(bio) <= 500),
      joined_at         timestamptz not null,
      constraint members_role_is_known check (role in ('member', 'moderator', 'finance', 'admin')),
      constraint members_level_is_known
        check (level in ('newcomer', 'helper', 'guide', 'steward')),
      constraint members_email_and_key_go_together check ((email is null) = (email_key is null)),
      constraint members_sign_in_needs_an_email check (password_hash is null or email is not null),
      constraint members_verify_an_email_they_have
        check (email_verified_at is null or email is not null)
    );
    comment on column members.name is 'The handle in /u/:name: letters, digits and hyphens.';
    comment on column members.name_key is 'The name without case or look-alikes.';
    comment on column members.email is 'Null for people brought in by an import, who cannot sign in.';
    comment on column members.level is 'How often answers are checked; never what is paid.';

    create table mail_links (
      id         integer     generated always as identity primary key,
      member_id  integer     not null references members,
      purpose    text        not null,
      token_hash bytea       not null unique,
      new_email  text,
      made_at    timestamptz not null,
      expires_at timestamptz not null,
      used_at    timestamptz,
      constraint mail_links_purpose_is_known
        check (purpose in ('verify-email', 'reset-password', 'change-email')),
      constraint mail_links_change_to_something check ((purpose = 'change-email') = (new_email is not null))
    );
    create index mail_links_of_member on mail_links (member_id, purpose);
    comment on table mail_links is 'Single-use links sent by mail; only a digest of the token is kept.';

    create table role_changes (
      id         integer     generated always as identity primary key,
      member_id  integer     not null references members,
      from_role  text        not null,
      to_role    text        not null,
      reason     text        not null check (reason <> ''),
      actor_id   integer     references members,
      changed_at timestamptz not null,
      constraint role_changes_from_is_known
        check (from_role in ('member', 'moderator', 'finance', 'admin')),
      constraint role_changes_to_is_known
        check (to_role in ('member', 'moderator', 'finance', 'admin'))
    );
    create index role_changes_of_member on role_changes (member_id, id);

    create table level_changes (
      id         integer     generated always as identity primary key,
      member_id  integer     not null references members,
      from_level text        not null,
      to_level   text        not null,
      reason     text        not null check (reason <> ''),
      actor_id   integer     references members,
      changed_at timestamptz not null,
      constraint level_changes_from_is_known
        check (from_level in ('newcomer', 'helper', 'guide', 'steward')),
      constraint level_changes_to_is_known
        check (to_level in ('newcomer', 'helper', 'guide', 'steward'))
    );
    create index level_changes_of_member on level_changes (member_id, id);

    create table sessions (
      sid    text         primary key,
      sess   json         not null,
      expire timestamp(6) not null
    );
    create index sessions_by_expiry on sessions (expire);
    create index sessions_by_member on sessions ((sess #>> '{passport,user}'));

    grant select, insert, update on members, mail_links to goodline_app;
    grant select, insert on role_changes, level_changes to goodline_app;
    grant select, insert, update, delete on sessions to goodline_app;
  `);

export const down = (db: Knex) =>
  db.raw('drop table sessions, level_changes, role_changes, mail_links, members');
