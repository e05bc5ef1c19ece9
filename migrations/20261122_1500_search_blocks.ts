import type { Knex } from 'knex';

/**
 * What else search finds by: the blocks of numbers a question is in, so that the newest that say
 * something are read first and no more of them than are ranked; its topic; and who wrote in it.
 */
export const up = async (db: Knex) => {
  await db.raw(TAGS);
  await db.raw(FILL);
  await db.raw(`
    drop index search_documents_by_word;
    create index search_documents_by_word on search_documents using gin (document, tags);
  `);
};

export const down = (db: Knex) =>
  db.raw(`
    drop index search_documents_by_word;
    alter table search_documents drop column tags;
    drop function search_tags;
    create index search_documents_by_word on search_documents using gin (document);
  `);

const TAGS = `
  create function search_tags(question integer, topic integer, people integer[]) returns text[]
    immutable parallel safe language sql as $$
      select array['b10:' || (question >> 10), 'b13:' || (question >> 13),
                   'b16:' || (question >> 16), 'b19:' || (question >> 19), 't:' || topic]
             || array(select distinct 'u:' || one from unnest(people) one)
    $$;
  alter table search_documents add column tags text[] not null default '{}';
  comment on column search_documents.tags is
    'b10:7 the 1,024 numbers it is among, up to b19; t:3 its topic; u:5 who asked or answered.';
`;

const FILL = `
  update search_documents d set tags = search_tags(q.id, q.topic_id, q.author_id
           || array(select a.author_id from answers a
                     where a.question_id = q.id and a.removed_at is null))
    from questions q where q.id = d.question_id;
`;
