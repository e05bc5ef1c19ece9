import type { Knex } from 'knex';

/** What looks personal and waits for a decision waits in the queue, where readers can see the post. */
export const up = (db: Knex) =>
  db.raw(`
    insert into queue_items (kind, subject_id, question_id, answer_id, member_id, risk, reasons,
                             barred, opened_at, due_at)
    select 'personal-data', f.id, q.id, a.id, author.id, weight.risk,
           array['personal-' || f.kind] || case when f.disputed then array['disputed'] else '{}' end,
           array[author.id], f.found_at,
           f.found_at + case weight.risk when 3 then interval '24 hours' else interval '72 hours' end
      from personal_data_findings f
      left join comments c on c.id = f.comment_id
      left join answers a on a.id = coalesce(f.answer_id, c.answer_id)
      join questions q on q.id = coalesce(f.question_id, c.question_id, a.question_id)
      join members author on author.id = coalesce(c.author_id, a.author_id, q.author_id)
     cross join lateral (
       select case when f.kind in ('puk', 'pac', 'card') then 3 else 2 end as risk) as weight
     where f.state = 'waiting' and q.removed_at is null and a.removed_at is null
       and c.removed_at is null;
  `);

export const down = (db: Knex) => db.raw(`delete from queue_items where kind = 'personal-data'`);
