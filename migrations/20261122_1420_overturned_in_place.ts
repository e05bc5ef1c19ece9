import type { Knex } from 'knex';

/**
 * A fail of stewards that staff overturn has a verdict in its place, as one that an appeal overturns
 * has. That a steward gave an opinion is logged as anybody's opinion is, so the word goes.
 */
export const up = (db: Knex) =>
  db.raw(`
    update verdicts p set replaces_id = r.verdict_id
      from steward_reviews r
      join verdicts f on f.id = r.verdict_id
     where p.audit_id = r.audit_id and p.decided_at = r.overturned_at and p.verdict <> 'fail'
       and f.verdict = 'fail' and p.replaces_id is null;
    comment on column verdicts.replaces_id is
      'The fail that an appeal, or staff who looked at what stewards had decided, overturned, in whose place it stands.';
    delete from moderation_acts w
     where word = 'steward-opinion' and not exists (select from moderation_log where act = w.word);
  `);

export const down = (db: Knex) =>
  db.raw(`
    insert into moderation_acts (word) values ('steward-opinion') on conflict do nothing;
    comment on column verdicts.replaces_id is
      'The verdict that an appeal overturned, in whose place it stands.';
  `);
