import type { Knex } from 'knex';

/** What the operator says itself, kept by staff, to stand beside an answer that is checked. */
export const up = (db: Knex) =>
  db.raw(`
    create table official_facts (
      id           integer     generated always as identity primary key,
      topic_id     integer     not null references topics,
      kind         text        not null,
      title        text        not null check (char_length(title) between 3 and 150),
      body         text        not null check (char_length(body) between 1 and 2000),
      amount_minor bigint      check (amount_minor >= 0),
      source       text        not null check (source ~ '^https://'),
      valid_from   date        not null,
      valid_to     date,
      written_by   integer     not null references members,
      written_at   timestamptz not null,
      ended_by     integer     references members,
      document     tsvector    not null
        generated always as (to_tsvector('goodline', title || ' ' || body)) stored,
      constraint official_facts_kind_is_known check (kind in ('answer', 'price')),
      constraint official_facts_price_has_an_amount
        check ((kind = 'price') = (amount_minor is not null)),
      constraint official_facts_end_after_they_begin check (valid_to >= valid_from)
    );
    create index official_facts_of_topic on official_facts (topic_id, valid_from);
    comment on table official_facts is
      'Official answers and price list entries, each valid from a day to a day.';
    comment on column official_facts.amount_minor is
      'What the price list says, in minor units of the operator''s currency.';
    comment on column official_facts.valid_to is 'The last day; null: until somebody ends it.';
    grant select, insert, update on official_facts to goodline_app;
    insert into moderation_acts (word) values ('fact-written'), ('fact-ended') on conflict do nothing;
  `);

export const down = (db: Knex) => db.raw('drop table official_facts');
