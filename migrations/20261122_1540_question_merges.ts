import type { Knex } from 'knex';

/**
 * Questions that ask the same become one: what was said in reply moves, the address leads on.
 *
 * An acceptance stays with the question of whoever gave it, so that there is one of each question
 * and money never notices. That it names an answer to that question, or to the one it was merged
 * into, is looked at when it is written: later the answer may move away with a merge undone.
 */
export const up = async (db: Knex) => {
  await db.raw(MERGES);
  await db.raw(ANSWERS_MOVE);
  await db.raw(`
    insert into moderation_acts (word) values ('question-merged'), ('merge-undone')
      on conflict do nothing;
    insert into mail_kinds (word) values ('merged'), ('unmerged') on conflict do nothing;
  `);
};

export const down = (db: Knex) =>
  db.raw(`
    delete from mail_kinds w where word in ('merged', 'unmerged')
       and not exists (select from mails where kind = w.word)
       and not exists (select from notices where kind = w.word);
    delete from moderation_acts w where word in ('question-merged', 'merge-undone')
       and not exists (select from moderation_log where act = w.word);
    drop trigger acceptances_name_an_answer_to_the_question on acceptances;
    drop function refuse_foreign_acceptance;
    alter table acceptances
      drop constraint acceptances_name_an_answer,
      add constraint acceptances_name_an_answer_to_the_question
        foreign key (question_id, answer_id) references answers (question_id, id) not valid;
    alter table comments
      drop constraint comments_on_an_answer_to_the_question,
      add constraint comments_on_an_answer_to_the_question
        foreign key (question_id, answer_id) references answers (question_id, id);
    drop table question_merges;
    alter table questions drop column merged_into;
  `);

const MERGES = `
  alter table questions
    add column merged_into integer references questions
      constraint questions_are_not_merged_into_themselves check (merged_into <> id);
  create index questions_merged on questions (merged_into) where merged_into is not null;
  comment on column questions.merged_into is
    'The question that its address leads to, at once; null for one that stands for itself.';

  create table question_merges (
    id                 integer     generated always as identity primary key,
    source_id          integer     not null references questions,
    target_id          integer     not null references questions,
    reason             text        not null check (char_length(reason) between 1 and 1000),
    merged_by          integer     not null references members,
    merged_at          timestamptz not null,
    answer_ids         integer[]   not null,
    follower_ids       integer[]   not null,
    me_too_ids         integer[]   not null,
    voter_ids          integer[]   not null,
    active_before      timestamptz not null,
    active_after       timestamptz not null,
    undone_by          integer     references members,
    undone_at          timestamptz,
    undone_because     text,
    constraint question_merges_are_of_two check (source_id <> target_id),
    constraint question_merges_are_undone_whole check
      (num_nonnulls(undone_by, undone_at, undone_because) in (0, 3))
  );
  create unique index question_merges_one_of_a_source on question_merges (source_id)
    where undone_at is null;
  create index question_merges_of_target on question_merges (target_id, id)
    where undone_at is null;
  comment on table question_merges is 'Which question went into which, and all that moved with it.';
  comment on column question_merges.answer_ids is 'The answers that moved, removed ones with them.';
  comment on column question_merges.follower_ids is 'Who follows the target only since.';
  comment on column question_merges.me_too_ids is 'Who has the target only since, as their own.';
  comment on column question_merges.voter_ids is 'Whose votes count for the target only since.';
  comment on column question_merges.active_before is 'When something last happened at the target.';
  grant select, insert, update on question_merges to goodline_app;
`;

const ANSWERS_MOVE = `
  alter table comments
    drop constraint comments_on_an_answer_to_the_question,
    add constraint comments_on_an_answer_to_the_question
      foreign key (question_id, answer_id) references answers (question_id, id) on update cascade;
  alter table acceptances
    drop constraint acceptances_name_an_answer_to_the_question,
    add constraint acceptances_name_an_answer foreign key (answer_id) references answers;
  create function refuse_foreign_acceptance() returns trigger language plpgsql as $$
    begin
      if not exists (select from answers a join questions q on q.id = new.question_id
                      where a.id = new.answer_id and a.question_id in (q.id, q.merged_into)) then
        raise foreign_key_violation using
          constraint = 'acceptances_name_an_answer_to_the_question',
          message = 'an acceptance names an answer to its question';
      end if;
      return new;
    end $$;
  create trigger acceptances_name_an_answer_to_the_question before insert on acceptances
    for each row execute function refuse_foreign_acceptance();
`;
