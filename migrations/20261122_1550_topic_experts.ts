import type { Knex } from 'knex';

/** Who knows a topic, by their answers in it that held up when our team checked them. */
export const up = (db: Knex) =>
  db.raw(`
    create table topic_experts (
      topic_id       integer     not null references topics,
      member_id      integer     not null references members,
      passed         integer     not null check (passed > 0),
      last_passed_at timestamptz not null,
      primary key (topic_id, member_id)
    );
    create index topic_experts_by_number on topic_experts (topic_id, passed desc, member_id);
    create index topic_experts_of_member on topic_experts (member_id, passed desc, topic_id);
    comment on table topic_experts is
      'How many answers of a member in a topic held up; counted again when that changes, and nightly.';
    comment on column topic_experts.passed is
      'Accepted answers that readers can see and that passed a check within the last 365 days.';
    grant select, insert, update, delete on topic_experts to goodline_app;

    insert into topic_experts (topic_id, member_id, passed, last_passed_at)
      select q.topic_id, c.author_id, count(distinct c.answer_id), max(v.decided_at)
        from verdicts v
        join audits u on u.id = v.audit_id
        join acceptances c on c.id = u.acceptance_id and c.withdrawn_at is null
        join answers a on a.id = c.answer_id
        join questions q on q.id = a.question_id
       where v.undone_at is null and v.verdict <> 'fail'
         and v.decided_at > now() - interval '365 days'
         and q.removed_at is null and a.removed_at is null
       group by q.topic_id, c.author_id;
  `);

export const down = (db: Knex) => db.raw('drop table topic_experts');
