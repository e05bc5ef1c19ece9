import type { Knex } from 'knex';

/** Posts that wait for a look before readers see them, and all that spam is known by. */
export const up = (db: Knex) =>
  db.raw(`
    ${POSTS.map(
      (table) => `
    alter table ${table} add column held_at timestamptz;
    alter table ${table} add constraint ${table}_are_hidden_while_they_are_held
      check (held_at is null or removed_at is not null);
    comment on column ${table}.held_at is
      'Since when it waits for a look before readers see it; removed_at hides it meanwhile.';`,
    ).join('')}

    create table suspicions (
      id          integer     generated always as identity primary key,
      question_id integer     references questions,
      answer_id   integer     references answers,
      comment_id  integer     references comments,
      author_id   integer     not null references members,
      kind        text        not null,
      reasons     text[]      not null check (cardinality(reasons) > 0),
      score       integer     check (score between 0 and 100),
      held        boolean     not null,
      state       text        not null default 'waiting',
      opened_at   timestamptz not null,
      decided_by  integer     references members,
      decided_at  timestamptz,
      constraint suspicions_are_of_one_post
        check (num_nonnulls(question_id, answer_id, comment_id) = 1),
      constraint suspicions_kind_is_known check (kind in ('first-post', 'spam')),
      constraint suspicions_state_is_known check (state in ('waiting', 'approved', 'spam', 'removed')),
      constraint suspicions_wait_undecided check ((state = 'waiting') = (decided_at is null))
    );
    create unique index suspicions_one_of_question on suspicions (question_id)
      where state = 'waiting' and question_id is not null;
    create unique index suspicions_one_of_answer on suspicions (answer_id)
      where state = 'waiting' and answer_id is not null;
    create unique index suspicions_one_of_comment on suspicions (comment_id)
      where state = 'waiting' and comment_id is not null;
    comment on table suspicions is 'Posts that may be spam, for a person to decide; never removed by themselves.';
    comment on column suspicions.reasons is 'Codes, the weightiest first.';
    comment on column suspicions.score is
      'How likely it is spam, in percent, by what moderators have decided before; null while too little was.';
    comment on column suspicions.held is 'Whether readers do not see it until it is decided.';

    create table spam_lessons (
      id        integer     generated always as identity primary key,
      subject   text        not null check (subject ~ '^(question|answer|comment|example):[0-9]+$'),
      label     text        not null,
      tokens    text[]      not null,
      taught_by integer     references members,
      taught_at timestamptz not null,
      undone_at timestamptz,
      constraint spam_lessons_label_is_known check (label in ('spam', 'fine'))
    );
    create unique index spam_lessons_one_of_a_subject on spam_lessons (subject)
      where undone_at is null;
    comment on table spam_lessons is 'What moderators decided to be spam or fine, in the words it was learnt by.';

    create table spam_tokens (
      token text    primary key check (char_length(token) between 1 and 100),
      spam  integer not null default 0 check (spam >= 0),
      fine  integer not null default 0 check (fine >= 0)
    );
    comment on table spam_tokens is 'In how many lessons of either kind a word or a link stands.';
    create table spam_totals (
      one  boolean primary key default true check (one),
      spam integer not null default 0 check (spam >= 0),
      fine integer not null default 0 check (fine >= 0)
    );
    insert into spam_totals default values;
    comment on table spam_totals is 'How many lessons of either kind count.';

    create table posting_limits (
      id       integer     generated always as identity primary key,
      level    text        not null,
      links    integer     not null check (links between 0 and 100),
      per_hour integer     not null check (per_hour between 1 and 1000),
      per_day  integer     not null check (per_day between 1 and 10000),
      reason   text        not null check (char_length(reason) between 1 and 1000),
      set_by   integer     references members,
      set_at   timestamptz not null,
      constraint posting_limits_level_is_known
        check (level in ('newcomer', 'helper', 'guide', 'steward'))
    );
    create index posting_limits_of_level on posting_limits (level, id desc);
    comment on table posting_limits is 'What members of a level may post; the newest row of a level counts.';
    comment on column posting_limits.links is 'Links to other sites in one post.';
    insert into posting_limits (level, links, per_hour, per_day, reason, set_at) values
      ('newcomer', 2, 8, 20, 'As delivered', '2026-01-01'), ('helper', 6, 20, 80, 'As delivered', '2026-01-01'),
      ('guide', 12, 40, 200, 'As delivered', '2026-01-01'), ('steward', 12, 60, 300, 'As delivered', '2026-01-01');

    create table listed_words (
      id         integer     generated always as identity primary key,
      phrase     text        not null check (char_length(phrase) between 2 and 60),
      effect     text        not null,
      note       text        not null default '' check (char_length(note) <= 1000),
      added_by   integer     references members,
      added_at   timestamptz not null,
      removed_by integer     references members,
      removed_at timestamptz,
      constraint listed_words_effect_is_known check (effect in ('block', 'hold', 'flag'))
    );
    create unique index listed_words_once on listed_words (phrase) where removed_at is null;
    comment on table listed_words is 'Whole words and phrases that are not let through, or looked at.';

    create table mail_domains (
      id       integer     generated always as identity primary key,
      domain   text        not null unique check (domain ~ '^[a-z0-9.-]{3,253}$'),
      refused  boolean     not null,
      reason   text        not null check (char_length(reason) between 1 and 1000),
      added_by integer     references members,
      added_at timestamptz not null
    );
    comment on table mail_domains is 'Our own additions to the list of throw-away mail domains, and exceptions to it.';

    grant select, insert, update on suspicions, spam_lessons, spam_tokens, spam_totals, listed_words, mail_domains
      to goodline_app;
    grant select, insert on posting_limits to goodline_app;
    insert into moderation_acts (word) values
      ('post-approved'), ('word-listed'), ('word-unlisted'), ('posting-limits-changed'), ('mail-domain-set');
    insert into mail_kinds (word) values ('approved');
  `);

export const down = (db: Knex) =>
  db.raw(`
    drop table suspicions, spam_lessons, spam_tokens, spam_totals, posting_limits, listed_words, mail_domains;
    ${POSTS.map((table) => `alter table ${table} drop column held_at;`).join('\n')}
    delete from moderation_acts a
     where word in ('post-approved', 'word-listed', 'word-unlisted', 'posting-limits-changed', 'mail-domain-set')
       and not exists (select from moderation_log l where l.act = a.word);
    delete from mail_kinds k
     where word = 'approved' and not exists (select from mails m where m.kind = k.word);
  `);

const POSTS = ['questions', 'answers', 'comments'];
