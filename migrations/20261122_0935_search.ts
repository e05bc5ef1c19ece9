import type { Knex } from 'knex';

/** What a question and its answers say, stemmed and without accents, for full-text search. */
export const up = (db: Knex) =>
  db.raw(`
    create extension if not exists unaccent;
    create text search configuration goodline (copy = english);
    alter text search configuration goodline
      alter mapping for hword, hword_part, word with unaccent, english_stem;

    create table search_documents (
      question_id integer  primary key references questions,
      document    tsvector not null
    );
    create index search_documents_by_word on search_documents using gin (document);
    comment on column search_documents.document is 'Weights: A title, B question and accepted answer, C the rest.';

    grant select, insert, update, delete on search_documents to goodline_app;
  `);

export const down = (db: Knex) =>
  db.raw(`
    drop table search_documents;
    drop text search configuration goodline;
    drop extension unaccent;
  `);
