import type { Knex } from 'knex';

/** What a member may do for a while, and sanctions: the ladder, its texts, and its history. */
export const up = (db: Knex) =>
  db.raw(`
    alter table members
      add column warned_until    timestamptz,
      add column limited_until   timestamptz,
      add column suspended_until timestamptz,
      add column closed_at       timestamptz;
    comment on column members.warned_until is
      'Until when a warning stands that they have not said they have read.';
    comment on column members.limited_until is
      'Until when they earn nothing and their posts wait for a moderator.';
    comment on column members.suspended_until is 'Until when they may only read and appeal.';
    comment on column members.closed_at is 'Since when, for good, they may only read and appeal.';

    create table sanction_texts (
      id      integer     generated always as identity primary key,
      slug    text        not null check (slug ~ '^[a-z]+(-[a-z]+)*$'),
      version integer     not null check (version > 0),
      label   text        not null check (char_length(label) between 2 and 60),
      body    text        not null check (char_length(body) between 10 and 2000),
      made_by integer     references members,
      made_at timestamptz not null,
      constraint sanction_texts_one_of_a_version unique (slug, version)
    );
    comment on table sanction_texts is
      'Why somebody is sanctioned, in words for them; the latest version of each is in use.';
    create trigger sanction_texts_are_never_changed before update or delete or truncate
      on sanction_texts for each statement execute function refuse_change();
    insert into sanction_texts (slug, version, label, body, made_at) values ${TEXTS};

    create table sanctions (
      id         integer     generated always as identity primary key,
      member_id  integer     not null references members,
      kind       text        not null,
      text_id    integer     not null references sanction_texts,
      note       text        not null default '' check (char_length(note) <= 1000),
      imposed_by integer     not null references members,
      imposed_at timestamptz not null,
      until      timestamptz,
      constraint sanctions_kind_is_known
        check (kind in ('warning', 'limited', 'suspended', 'closed')),
      constraint sanctions_end_unless_closed check ((kind = 'closed') = (until is null)),
      constraint sanctions_end_after_they_begin check (until > imposed_at),
      constraint sanctions_are_imposed_by_another check (imposed_by <> member_id)
    );
    create index sanctions_of_member on sanctions (member_id, id);
    create index sanctions_by_end on sanctions (until);
    comment on column sanctions.note is 'Shown to the member, under the text.';
    comment on column sanctions.until is 'Null for an account that is closed.';
    create trigger sanctions_are_never_changed before update or delete or truncate
      on sanctions for each statement execute function refuse_change();

    create table sanction_ends (
      sanction_id integer     primary key references sanctions,
      how         text        not null,
      ended_by    integer     references members,
      ended_at    timestamptz not null,
      because     text        not null default '' check (char_length(because) <= 1000),
      constraint sanction_ends_how_is_known check (how in ('expired', 'lifted', 'overturned')),
      constraint sanction_ends_by_a_person check ((how = 'expired') = (ended_by is null)),
      constraint sanction_ends_for_a_reason check (how = 'expired' or because <> '')
    );
    comment on table sanction_ends is
      'How a sanction ended. One that has expired by the clock is over before that is written.';
    create trigger sanction_ends_are_never_changed before update or delete or truncate
      on sanction_ends for each statement execute function refuse_change();

    insert into moderation_acts (word) values ('sanctioned'), ('sanction-lifted');
    insert into mail_kinds (word) values ('sanctioned'), ('sanction-ended');
    grant select, insert on sanction_texts, sanctions, sanction_ends to goodline_app;
  `);

/** Words that the log and the outbox have used since stay: what was written is never changed. */
export const down = (db: Knex) =>
  db.raw(`
    delete from mail_kinds w where word in ('sanctioned', 'sanction-ended')
       and not exists (select from mails where kind = w.word);
    delete from moderation_acts w where word in ('sanctioned', 'sanction-lifted')
       and not exists (select from moderation_log where act = w.word);
    drop table sanction_ends, sanctions, sanction_texts;
    alter table members drop column warned_until, drop column limited_until,
      drop column suspended_until, drop column closed_at;
  `);

const FIRST_TEXTS: [slug: string, label: string, body: string][] = [
  [
    'rude',
    'Rude or hurtful to others',
    'People come here with a problem. Disagree with what somebody says as much as you like, and leave the person out of it.',
  ],
  [
    'spam',
    'Spam or advertising',
    'This is a place for help with phones and lines. Posts that are there to sell something, or to send readers elsewhere, are not.',
  ],
  [
    'personal-data',
    'Somebody’s personal details',
    'Anybody can read what is posted here. Please never post numbers, addresses or codes that belong to a person, even your own.',
  ],
  [
    'unsafe',
    'Unsafe advice',
    'What you advised could cut somebody off, cost them money or put them at risk. Please say what you have tried yourself, and leave the rest to our team.',
  ],
  [
    'copied',
    'Copied answers',
    'Write answers in your own words, and say where you have something from. A copy helps nobody twice.',
  ],
  [
    'gaming',
    'Gaming rewards',
    'Rewards are for help that somebody needed. Questions made up to be answered, and answers accepted as a favour, are not paid and put your account at risk.',
  ],
  [
    'false-reports',
    'Reports made to annoy',
    'Each report is read by a person. Please report what breaks the house rules, and nothing else.',
  ],
];

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;
const TEXTS = FIRST_TEXTS.map(
  ([slug, label, body]) => `(${quoted(slug)}, 1, ${quoted(label)}, ${quoted(body)}, '2026-01-01Z')`,
).join(', ');
