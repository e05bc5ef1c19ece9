import type { Knex } from 'knex';

/** Guides: what our team made of answers, with credit to whom they came from. */
export const up = async (db: Knex) => {
  await db.raw(GUIDES);
  await db.raw(WORDS);
};

export const down = async (db: Knex) => {
  await db.raw('drop table guide_credits, guide_versions, guides');
  await db.raw(`
    delete from notice_events where word = 'guides'
       and not exists (select from notices where event = 'guides')
       and not exists (select from notice_preferences where event = 'guides');
    delete from mail_kinds w where word = 'guide-credit'
       and not exists (select from mails where kind = w.word)
       and not exists (select from notices where kind = w.word);
    delete from queue_kinds where word = 'guide'
       and not exists (select from queue_items where kind = 'guide');
  `);
};

const GUIDES = `
  create table guides (
    id           integer     generated always as identity primary key,
    slug         text        not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    topic_id     integer     not null references topics,
    answer_id    integer     not null references answers,
    title        text        not null check (char_length(title) between 1 and 150),
    body         text        not null check (body <> ''),
    body_html    text        not null,
    excerpt      text        not null,
    document     tsvector    not null,
    version      integer     not null default 1,
    state        text        not null default 'draft',
    changed_at   timestamptz not null,
    published_at timestamptz,
    checked_at   timestamptz not null,
    checked_by   integer     not null references members,
    review_at    timestamptz not null,
    constraint guides_have_an_address_each unique (slug),
    constraint guides_state_is_known check (state in ('draft', 'published', 'archived')),
    constraint guides_are_published_at_an_instant
      check (state <> 'published' or published_at is not null),
    constraint guides_are_checked_again check (review_at > checked_at)
  );
  create index guides_of_topic on guides (topic_id, id desc);
  create index guides_of_answer on guides (answer_id);
  create index guides_to_check on guides (review_at) where state = 'published';
  create index guides_by_words on guides using gin (document) where state = 'published';
  comment on column guides.slug is 'In its address, for good.';
  comment on column guides.answer_id is 'The answer that it was made from.';
  comment on column guides.published_at is 'When readers first saw it.';
  comment on column guides.checked_at is 'When somebody of our team last said that it is right.';
  comment on column guides.review_at is 'By when somebody has to say so again.';
  grant select, insert, update on guides to goodline_app;

  create table guide_versions (
    guide_id  integer     not null references guides,
    version   integer     not null check (version > 0),
    title     text        not null,
    body      text        not null,
    editor_id integer     not null references members,
    reason    text        not null,
    made_at   timestamptz not null,
    shown_at  timestamptz,
    primary key (guide_id, version)
  );
  comment on column guide_versions.shown_at is
    'Since when readers could read it; null for a version that only our team has seen.';
  grant select, insert on guide_versions to goodline_app;
  grant update (shown_at) on guide_versions to goodline_app;

  create table guide_credits (
    guide_id    integer     not null references guides,
    member_id   integer     not null references members,
    credited_at timestamptz not null,
    primary key (guide_id, member_id)
  );
  create index guide_credits_of_member on guide_credits (member_id, guide_id);
  comment on table guide_credits is 'Whose words a guide was made of; nobody is paid for it.';
  grant select, insert, delete on guide_credits to goodline_app;
`;

const WORDS = `
  insert into mail_kinds (word) values ('guide-credit') on conflict do nothing;
  insert into notice_events (word) values ('guides') on conflict do nothing;
  insert into queue_kinds (word) values ('guide') on conflict do nothing;
  insert into moderation_acts (word) values ('guide-written'), ('guide-edited'),
    ('guide-published'), ('guide-draft'), ('guide-archived'), ('guide-checked')
    on conflict do nothing;
`;
