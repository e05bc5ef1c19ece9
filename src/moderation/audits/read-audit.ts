import type { Knex } from 'knex';

import {
  AUTHOR_COLUMNS,
  withAuthor,
  type Author,
  type AuthorColumns,
} from '../../forum/authors.ts';
import type {
  AcceptanceRow,
  AnswerId,
  AnswerRow,
  QuestionRow,
  TopicRow,
} from '../../forum/rows.ts';
import { found } from '../../refusals.ts';
import { type NearCopy, readNearCopies } from '../../trust/originality/read-near-copies.ts';
import type { AuditId, AuditOpinionRow, AuditRow, VerdictRow } from '../rows.ts';
import { findItem, type QueueItem } from '../queue/read-queue.ts';
import { SIGNALS, type Signals } from './signals.ts';

/** Everything that whoever decides an audit has in front of them. */
export type AuditItem = {
  audit: AuditRow;
  /** Its place in the queue, with whoever reads it; undefined where it does not wait. */
  item: QueueItem | undefined;
  acceptance: AcceptanceRow;
  question: QuestionRow & { author: Author; topic: Pick<TopicRow, 'name' | 'slug'> };
  answer: AnswerRow & { author: Author };
  /** The text that was accepted; the answer's own is the text as it is now. */
  accepted: { body: string };
  /** Who wrote the text as it is now, and when. */
  edited: { by: string; at: Date };
  signals: Signals;
  history: History;
  /** The earlier answers that it repeats. */
  copies: NearCopy[];
  /** Every verdict on this answer, the oldest first, undone ones with them. */
  verdicts: (VerdictRow & { moderator: string })[];
  /** What each of several people said independently; nothing until it is decided. */
  opinions: (AuditOpinionRow & { member: string })[];
};

/** What the author of the answer and the asker have had to do with the community before. */
export type History = {
  /** The author's answers that stand accepted. */
  accepted: number;
  /** The author's answers that were checked, and those of them that passed. */
  checked: number;
  passed: number;
  /** The author's answers that this asker accepted within the thirty days before, this one with them. */
  pair: number;
};

/** An audit for the desk, waiting, decided or cancelled; 404 if there is none. */
export async function readAudit(db: Knex, id: AuditId, at: Date): Promise<AuditItem> {
  const audit = found(await db('audits').where({ id }).first(), 'audit');
  const acceptance = found(
    await db('acceptances').where({ id: audit.acceptance_id }).first(),
    'acceptance',
  );
  const [question, answer, edit, facts, copies, verdicts, opinions, item] = await Promise.all([
    readQuestion(db, acceptance),
    readAnswer(db, acceptance),
    readEdit(db, acceptance),
    readFacts(db, acceptance),
    readNearCopies(db, acceptance.answer_id),
    readVerdicts(db, acceptance.answer_id),
    readSeveral(db, audit),
    findItem(db, { kind: 'audit', subject_id: id }, at),
  ]);
  const { edited, quick, priced, ...history } = facts;
  return {
    ...{ audit, item, acceptance, question, answer, copies, verdicts, opinions, history },
    accepted: { body: edit.accepted },
    edited: { by: edit.by, at: edit.at },
    signals: { edited, quick, priced },
  };
}

async function readQuestion(db: Knex, { question_id }: AcceptanceRow) {
  type Columns = QuestionRow & AuthorColumns & { topic: Pick<TopicRow, 'name' | 'slug'> };
  const { rows } = await db.raw<{ rows: [Columns] }>(
    `select q.*, ${AUTHOR_COLUMNS}, json_build_object('name', t.name, 'slug', t.slug) as topic
       from questions q
       join topics t on t.id = q.topic_id
       join members m on m.id = q.author_id
      where q.id = ?`,
    [question_id],
  );
  return withAuthor(rows[0]);
}

async function readAnswer(db: Knex, { answer_id }: AcceptanceRow) {
  const { rows } = await db.raw<{ rows: [AnswerRow & AuthorColumns] }>(
    `select n.*, ${AUTHOR_COLUMNS} from answers n join members m on m.id = n.author_id
      where n.id = ?`,
    [answer_id],
  );
  return withAuthor(rows[0]);
}

async function readEdit(db: Knex, { answer_id, answer_version }: AcceptanceRow) {
  const { rows } = await db.raw<{ rows: [{ accepted: string; by: string; at: Date }] }>(
    `select was.body as accepted, m.name as by, v.made_at as at
       from answers n
       join answer_versions v on v.answer_id = n.id and v.version = n.version
       join answer_versions was on was.answer_id = n.id and was.version = ?
       join members m on m.id = v.editor_id
      where n.id = ?`,
    [answer_version, answer_id],
  );
  return rows[0];
}

async function readFacts(db: Knex, { id }: AcceptanceRow) {
  const { rows } = await db.raw<{ rows: [Signals & History] }>(FACTS, [id]);
  return rows[0];
}

/** An audit of an answer that was withdrawn and accepted again is about the same text. */
async function readVerdicts(db: Knex, answerId: AnswerId) {
  const { rows } = await db.raw<{ rows: (VerdictRow & { moderator: string })[] }>(
    `select v.*, m.name as moderator
       from verdicts v
       join audits a on a.id = v.audit_id
       join acceptances c on c.id = a.acceptance_id
       join members m on m.id = v.moderator_id
      where c.answer_id = ?
      order by v.id`,
    [answerId],
  );
  return rows;
}

/** Whoever has yet to judge it must not know what the others said, nor that there are others. */
async function readSeveral(db: Knex, { id, state }: AuditRow): Promise<AuditItem['opinions']> {
  if (state !== 'decided') return [];
  const opinions = await db('audit_opinions')
    .join('members', 'members.id', 'audit_opinions.member_id')
    .where({ audit_id: id, undone_at: null })
    .orderBy('audit_opinions.id')
    .select<AuditItem['opinions']>('audit_opinions.*', 'members.name as member');
  return opinions.length > 1 ? opinions : [];
}

const FACTS = `
  select ${SIGNALS}, record.*,
         (select count(*)::int from acceptances o
           where o.author_id = c.author_id and o.withdrawn_at is null) as accepted,
         (select count(distinct o.answer_id)::int from acceptances o
           where o.author_id = c.author_id and o.asker_id = c.asker_id
             and o.accepted_at > c.accepted_at - interval '30 days'
             and o.accepted_at <= c.accepted_at) as pair
    from acceptances c
    join answers n on n.id = c.answer_id
   cross join lateral (
     select count(*)::int as checked,
            (count(*) filter (where v.verdict <> 'fail'))::int as passed
       from verdicts v
       join audits a on a.id = v.audit_id
       join acceptances o on o.id = a.acceptance_id
      where o.author_id = c.author_id and v.undone_at is null) as record
   where c.id = ?`;
