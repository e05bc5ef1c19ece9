import assert from 'node:assert/strict';

import type { Knex } from 'knex';

import { refuseRemoved } from '../../forum/hold.ts';
import type { MemberId } from '../../members/rows.ts';
import { writingMember } from '../../members/writing-member.ts';
import { Conflict, NotAllowed } from '../../refusals.ts';
import type { Work } from '../../work.ts';
import { openItem } from '../queue/items.ts';
import type { ReportCaseRow, ReportRow } from '../rows.ts';
import { acceptanceAtStake, type HeldSubject, holdSubject, type ReportRef } from './subject.ts';

/** Why somebody reports something. */
export type Ground = ReportRow['ground'];

/**
 * A member reports a post or a profile. Whoever reports the same while it waits joins the case;
 * each can do so once (409). Nobody reports themselves (403), and what is removed needs no report
 * (410). The reward of a reported answer waits until it is decided.
 */
export async function reportPost(
  work: Work,
  ref: ReportRef,
  { ground, note }: Pick<ReportRow, 'ground' | 'note'>,
): Promise<ReportCaseRow> {
  const reporter = writingMember(work);
  const subject = await holdSubject(work, ref);
  if (subject.author_id === reporter.id) throw new NotAllowed('This is your own.');
  if (subject.post) refuseRemoved(subject.post.post, subject.post.question);
  const open = await findOpenCase(work.trx, subject);
  const reported = open ?? (await openCase(work, subject));
  const [report] = await work
    .trx('reports')
    .insert({ case_id: reported.id, reporter_id: reporter.id, ground, note, made_at: work.at })
    .onConflict(['case_id', 'reporter_id'])
    .ignore()
    .returning('id');
  if (!report) throw new Conflict('You’ve reported this already. We’ll tell you what comes of it.');
  await queueCase(work, reported, subject);
  if (!open) {
    const acceptanceId = await acceptanceAtStake(work, subject);
    await work.record('report opened', { caseId: reported.id, acceptanceId });
  }
  return reported;
}

/** The case about something that waits for a decision, if one does. */
const findOpenCase = (db: Knex, { columns }: HeldSubject): Promise<ReportCaseRow | undefined> =>
  db('report_cases')
    .where({ ...columns, decision: null })
    .first();

async function openCase(work: Work, subject: HeldSubject): Promise<ReportCaseRow> {
  const [row] = await work
    .trx('report_cases')
    .insert({ ...subject.columns, author_id: subject.author_id, opened_at: work.at })
    .returning('*');
  assert(row, 'the case was opened');
  return row;
}

/** What harms somebody while it waits comes first; several who say so weigh more than one. */
const RISKS: Record<Ground, number> = {
  ...{ unsafe: 5, 'personal-data': 5, rude: 4, gaming: 3, copied: 3 },
  ...{ spam: 3, 'off-topic': 2, other: 2 },
};

async function queueCase(
  work: Work,
  { id, author_id, answer_id, question_id }: ReportCaseRow,
  { post }: HeldSubject,
): Promise<void> {
  const reports = await work.trx('reports').where({ case_id: id }).orderBy('id');
  const grounds = [...new Set(reports.map(({ ground }) => ground))];
  const ranked = grounds.toSorted((one, other) => RISKS[other] - RISKS[one]);
  const [first = 'other', ...rest] = ranked;
  const most = RISKS[first] + (reports.length > 2 ? 1 : 0);
  await openItem(work, {
    ...{ kind: 'report', subject_id: id, member_id: author_id },
    question_id: post?.question.id ?? question_id,
    ...{ answer_id, risk: Math.min(most, 5), reasons: [first, ...rest] },
    barred: [author_id, ...askerOf(post), ...reports.map(({ reporter_id }) => reporter_id)],
  });
}

/** Whoever asked has a part in what is said in reply. */
const askerOf = (post: HeldSubject['post']): MemberId[] => (post ? [post.question.author_id] : []);
