import type { Knex } from 'knex';

import { AUTHOR_COLUMNS, withAuthor, type Author, type AuthorColumns } from '../forum/authors.ts';
import type { AnswerRow, QuestionRow } from '../forum/rows.ts';
import type { MemberRow } from '../members/rows.ts';
import { NotFound } from '../refusals.ts';
import { mayHandle, mayReadOwn } from './permissions.ts';
import type { CaseEventRow, CaseId, CaseMessageRow, CaseNoteRow, CaseRow } from './rows.ts';

/** What a case is about and with whom, as both sides see it. */
export type CaseHead = CaseRow & {
  member: Author;
  /** Whose it is, of our people. */
  holder: string | null;
  /** Null where there is none, or where it was taken down. */
  thread: CaseThread | null;
  /** What was told to everybody when it closed. */
  summary: Pick<QuestionRow, 'id' | 'slug' | 'title'> | null;
};

/** The public thread that a case came from. */
export type CaseThread = Pick<QuestionRow, 'id' | 'slug' | 'title'> & {
  answer_id: AnswerRow['id'] | null;
};

export type Message = CaseMessageRow & { author: Author };
export type CaseNote = Pick<CaseNoteRow, 'id' | 'body' | 'written_at'> & { author: Author };
export type CaseEvent = Pick<CaseEventRow, 'id' | 'act' | 'happened_at' | 'note'> & {
  actor: string;
  to: string | null;
};

/** A case as the member sees it: 404 to everybody else, our people included. */
export async function readOwnCase(
  db: Knex,
  id: CaseId,
  viewer: MemberRow,
): Promise<{ head: CaseHead; messages: Message[] }> {
  const head = await findHead(db, id);
  if (!head || !mayReadOwn(viewer, head)) throw new NotFound(GONE);
  return { head, messages: await readMessages(db, id) };
}

/** A case with what our people say among themselves: 404 to everybody else. */
export async function readCaseForStaff(db: Knex, id: CaseId, viewer: MemberRow) {
  const head = await findHead(db, id);
  if (!head || !mayHandle(viewer, head)) throw new NotFound(GONE);
  const [messages, notes, events] = await Promise.all([
    readMessages(db, id),
    readNotes(db, id),
    readEvents(db, id),
  ]);
  return { head, messages, notes, events };
}

const GONE = 'We can’t find that conversation.';

async function findHead(db: Knex, id: CaseId): Promise<CaseHead | undefined> {
  const { rows } = await db.raw<{ rows: (CaseHead & AuthorColumns)[] }>(
    `select c.*, ${AUTHOR_COLUMNS}, h.name as holder,
            case when q.id is not null then json_build_object('id', q.id, 'slug', q.slug,
              'title', q.title, 'answer_id', c.answer_id) end as thread,
            case when s.id is not null then
              json_build_object('id', s.id, 'slug', s.slug, 'title', s.title) end as summary
       from cases c
       join members m on m.id = c.member_id
       left join members h on h.id = c.assigned_to
       left join questions q on q.id = c.question_id and q.removed_at is null
       left join questions s on s.id = c.summary_question_id and s.removed_at is null
      where c.id = ?`,
    [id],
  );
  const [row] = rows;
  if (!row) return undefined;
  const { author: member, ...head } = withAuthor(row);
  return { ...head, member };
}

async function readMessages(db: Knex, id: CaseId): Promise<Message[]> {
  const { rows } = await db.raw<{ rows: (CaseMessageRow & AuthorColumns)[] }>(
    `select c.*, ${AUTHOR_COLUMNS} from case_messages c join members m on m.id = c.author_id
      where c.case_id = ? order by c.id desc limit ?`,
    [id, LATEST],
  );
  return rows.map(withAuthor).reverse();
}

async function readNotes(db: Knex, id: CaseId): Promise<CaseNote[]> {
  const { rows } = await db.raw<{ rows: (Omit<CaseNote, 'author'> & AuthorColumns)[] }>(
    `select n.id, n.body, n.written_at, ${AUTHOR_COLUMNS}
       from case_notes n join members m on m.id = n.author_id
      where n.case_id = ? order by n.id desc limit ?`,
    [id, LATEST],
  );
  return rows.map(withAuthor);
}

async function readEvents(db: Knex, id: CaseId): Promise<CaseEvent[]> {
  const { rows } = await db.raw<{ rows: CaseEvent[] }>(
    `select e.id, e.act, e.happened_at, e.note, a.name as actor, t.name as "to"
       from case_events e
       join members a on a.id = e.actor_id
       left join members t on t.id = e.to_id
      where e.case_id = ? order by e.id desc limit ?`,
    [id, LATEST],
  );
  return rows;
}

/** More than any conversation has; beyond it the latest are shown. */
const LATEST = 200;
