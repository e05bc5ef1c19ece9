/**
 * What each acceptance earned by the rules in force, how it was drawn, and what became of it: two
 * days after a check, or once its quiet days were over. A pair is refused a little sooner than the
 * rules would, for what they had refused counts here too.
 */
export const REWARDS = `
  create temporary table terms as
  select * from rule_sets where effective_from <= :until order by effective_from desc limit 1;
  create temporary table earned as
  select s.*, to_char(s.accepted at time zone :timeZone, 'YYYY-MM') as month,
         m.level, t.id as rule_set_id, t.accepted_answer_minor as amount,
         case m.level when 'steward' then t.steward_share else t.guide_share end as share,
         s.accepted + t.hold_days * interval '1 day' as hold_until,
         ('x' || substr(encode(sha256(convert_to(t.draw_seed || ':' || s.id, 'UTF8')), 'hex'), 1, 8))
           ::bit(32)::bigint % 100 as draw,
         count(*) over (partition by asker, author order by accepted
           range between '30 days' preceding and current row) > t.pair_limit as pair_full,
         t.draw_seed as seed, null::text as refusal, null::timestamptz as released,
         null::text as drawn_because, false as drawn
    from story s join members m on m.id = s.author cross join terms t where s.stands;
  update earned set refusal = 'pair-limit' where pair_full;
  update earned e set refusal = 'monthly-cap'
    from (select id, sum(amount) over (partition by author, month order by id) as so_far
            from earned where refusal is null) as paid, terms t
   where paid.id = e.id and paid.so_far > t.monthly_cap_minor;
  update earned e
     set drawn_because = case when paid.nth <= 5 then 'first-five' when draw < share then 'sample'
                              else 'not-drawn' end,
         drawn = paid.nth <= 5 or draw < share
    from (select id, row_number() over (partition by author order by id) as nth
            from earned where refusal is null) as paid
   where paid.id = e.id;
  update earned set released = case when drawn then accepted + interval '2 days' else hold_until end
   where refusal is null
     and case when drawn then accepted + interval '2 days' else hold_until end <= :until;
  create unique index on earned (id);
  analyze earned;
  insert into audit_draws (acceptance_id, drawn, because, share, seed, number, drawn_at)
  select id, drawn, drawn_because, share, seed, draw, accepted
    from earned where refusal is null;
  insert into audits (acceptance_id, because, state, opened_at)
  select id, drawn_because, case when released is null then 'waiting' else 'decided' end, accepted
    from earned where drawn order by id;
  insert into verdicts (audit_id, moderator_id, verdict, answer_version, decided_at)
  select a.id, :members + 1, 'pass', 1, e.released
    from audits a join earned e on e.id = a.acceptance_id where e.released is not null order by a.id`;
