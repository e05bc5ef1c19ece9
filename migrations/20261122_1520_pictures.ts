import type { Knex } from 'knex';

/** Pictures that members put into what they write, and how many a level may upload. */
export const up = (db: Knex) =>
  db.raw(`
    create table pictures (
      id           integer     generated always as identity primary key,
      name         text        not null,
      uploader_id  integer     not null references members,
      bytes        bytea       not null,
      uploaded_at  timestamptz not null,
      unused_since timestamptz,
      constraint pictures_have_names_of_their_own unique (name),
      constraint pictures_names_are_hard_to_guess
        check (name ~ '^[a-z]{26}-[1-9][0-9]{0,3}x[1-9][0-9]{0,3}[.]webp$'),
      constraint pictures_are_no_longer_than_they_need
        check (octet_length(bytes) between 1 and 4194304)
    );
    alter table pictures alter column bytes set storage external;
    create index pictures_of_uploader on pictures (uploader_id, uploaded_at);
    create index pictures_unused on pictures (unused_since) where unused_since is not null;
    comment on table pictures is 'What members uploaded, drawn anew: nothing of the file they sent is in it.';
    comment on column pictures.name is 'Its address, with its width and height in pixels.';
    comment on column pictures.bytes is 'WebP without metadata.';
    comment on column pictures.unused_since is
      'Since when nothing that stands uses it; null while something does.';
    grant select, insert, update, delete on pictures to goodline_app;

    create table picture_uses (
      picture_id      integer not null references pictures,
      question_id     integer references questions,
      answer_id       integer references answers,
      comment_id      integer references comments,
      case_message_id integer references case_messages,
      constraint picture_uses_are_in_one_place
        check (num_nonnulls(question_id, answer_id, comment_id, case_message_id) = 1),
      constraint picture_uses_count_once
        unique nulls not distinct (picture_id, question_id, answer_id, comment_id, case_message_id)
    );
    ${PLACES.map(
      (place) => `
    create index picture_uses_of_${place} on picture_uses (${place}_id)
      where ${place}_id is not null;`,
    ).join('')}
    comment on table picture_uses is
      'Where pictures stand: in the present version of a post, or in a private message.';
    grant select, insert, delete on picture_uses to goodline_app;

    alter table posting_limits
      add column pictures_per_day integer not null default 20,
      add column pictures_per_post integer not null default 4,
      add constraint posting_limits_pictures_per_day check (pictures_per_day between 0 and 200),
      add constraint posting_limits_pictures_per_post check (pictures_per_post between 0 and 20);
    update posting_limits set pictures_per_day = 3, pictures_per_post = 1 where level = 'newcomer';
    update posting_limits set pictures_per_day = 40, pictures_per_post = 8
     where level in ('guide', 'steward');
  `);

export const down = (db: Knex) =>
  db.raw(`
    alter table posting_limits drop column pictures_per_day, drop column pictures_per_post;
    drop table picture_uses, pictures;
  `);

const PLACES = ['question', 'answer', 'comment', 'case_message'];
