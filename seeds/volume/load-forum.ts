/** Who was there, what was asked and answered, and which answers were accepted. */
export const FORUM = `
  create temporary table story as
  select row_number() over (order by stands desc, accepted, asker, author)::int as id,
         asker, author, stands,
         :begins + asked * interval '1 minute' as asked,
         :begins + answered * interval '1 minute' as answered,
         :begins + accepted * interval '1 minute' as accepted,
         accepted < asked + 60 as quick
    from happened;
  create unique index on story (id);
  analyze story;
  insert into members (id, name, name_key, email, email_key, email_verified_at, level, joined_at)
  overriding system value
  select id, 'member-' || id, 'member-' || id, id || '@example.com', id || '@example.com',
         :begins, case when id <= greatest(2, :members / 100) then 'steward' else 'guide' end, :begins
    from generate_series(1, :members) as id;
  insert into members (id, name, name_key, role, joined_at) overriding system value
  select :members + id, 'moderator-' || id, 'moderator-' || id, 'moderator', :begins
    from generate_series(1, 2) as id;
  insert into topics (id, slug, name, position) overriding system value
  select id, 'topic-' || id, 'Topic ' || id, id from generate_series(1, 8) as id;
  create temporary table said as
  select id - 1 as nth, title, lower(replace(title, ' ', '-')) as slug, body, answer,
         setweight(to_tsvector('goodline', title), 'A') || setweight(to_tsvector('goodline', body), 'B')
           as question_words,
         to_tsvector('goodline', answer) as answer_words
    from (values (1, 'No signal since this morning', 'It worked until nine.', 'Restart the phone.'),
                 (2, 'How do I keep my number', 'I join from elsewhere.', 'Ask there for a code.'),
                 (3, 'Where is my replacement SIM', 'It has been a week.', 'Order it once more.'),
                 (4, 'Roaming does not work in Spain', 'I landed today.', 'Switch roaming on.'),
                 (5, 'My bill is higher than usual', 'Nothing has changed.', 'Look at the extras.'),
                 (6, 'Broadband drops every evening', 'From eight to ten.', 'Change the channel.'),
                 (7, 'How do I set up voicemail', 'It says not available.', 'Ring it once yourself.'))
         as texts (id, title, body, answer);
  insert into questions (id, topic_id, author_id, title, slug, body, body_html, excerpt, state,
    asked_at, last_activity_at, answer_count)
  overriding system value
  select s.id, 1 + s.id % 8, asker, title, slug, body, '<p>' || body || '</p>', body,
         case when stands then 'solved' else 'open' end, asked, answered, 1
    from story s join said on nth = s.id % 7;
  insert into question_versions (question_id, version, title, body, editor_id, made_at)
  select s.id, 1, title, body, asker, asked from story s join said on nth = s.id % 7;
  insert into answers (id, question_id, author_id, body, body_html, by_staff, answered_at)
  overriding system value
  select s.id, s.id, author, answer, '<p>' || answer || '</p>', false, answered
    from story s join said on nth = s.id % 7;
  insert into answer_versions (answer_id, version, body, editor_id, made_at)
  select s.id, 1, answer, author, answered from story s join said on nth = s.id % 7;
  insert into acceptances (id, question_id, answer_id, answer_version, asker_id, author_id,
    accepted_by, accepted_at)
  overriding system value
  select id, id, id, 1, asker, author, asker, accepted from story where stands;
  insert into search_documents (question_id, tags, document)
  select s.id, search_tags(s.id, 1 + s.id % 8, array[asker, author]),
         question_words || setweight(answer_words, case when stands then 'B' else 'C' end::"char")
    from story s join said on nth = s.id % 7;
  insert into acceptance_pairs (asker_id, author_id, accepted, quick)
  select asker, author, count(*), count(*) filter (where quick) from story where stands group by 1, 2;
  insert into accepted_authors (author_id, accepted)
  select author, count(*) from story where stands group by 1;
  update topics t set question_count = (select count(*) from questions q where q.topic_id = t.id)`;

/** What waits for a person at the end, and where numbers go on. */
export const WAITING = `
  insert into queue_items (kind, subject_id, question_id, answer_id, member_id, risk, reasons, barred,
    opened_at, due_at)
  select 'audit', a.id, c.question_id, c.answer_id, c.author_id, 1, array[a.because],
         array[c.author_id, c.asker_id], a.opened_at, a.opened_at + interval '96 hours'
    from audits a join acceptances c on c.id = a.acceptance_id where a.state = 'waiting';
  select setval('members_id_seq', :members + 2);
  select setval('topics_id_seq', 8);
  select setval('questions_id_seq', (select max(id) from story));
  select setval('answers_id_seq', (select max(id) from story));
  select setval('acceptances_id_seq', (select max(id) from story where stands));
  drop table story, said, happened`;
