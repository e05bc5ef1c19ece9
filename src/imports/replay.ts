import assert from 'node:assert/strict';

import type { Knex } from 'knex';

import type { Markdown } from '../forum/markdown.ts';
import type { QuestionId, TopicRow } from '../forum/rows.ts';
import { readMember } from '../members/find-members.ts';
import type { MemberRow } from '../members/rows.ts';
import { Conflict, Gone } from '../refusals.ts';
import type { Perform } from '../work.ts';
import type { DumpPerson } from './dump-people.ts';
import type { DumpAnswer, DumpQuestion } from './dump-rows.ts';
import { importAcceptance } from './import-acceptance.ts';
import { importAnswer } from './import-answer.ts';
import { importPerson } from './import-person.ts';
import { importQuestion } from './import-question.ts';
import type { Known } from './known.ts';
import { countAcceptance, type ImportReport } from './report.ts';
import type { Site } from './site.ts';
import type { Step } from './timeline.ts';

export type Stage = {
  db: Knex;
  markdown: Markdown;
  performAt: (instant: Date) => Perform;
  site: Site;
  topic: TopicRow;
  /** What is here already; each step adds what it brings. */
  known: Known;
  /** Each step counts itself. */
  report: ImportReport;
};

/** Lets somebody do here what the dump says they did, unless an earlier import has. */
export async function replay({ kind, at, post }: Step, stage: Stage): Promise<void> {
  if (kind === 'question') await ask(stage, at, post);
  else if (kind === 'answer') await answer(stage, at, post).catch(countIfTakenDown(stage));
  else await accept(stage, at, post).catch(countIfTakenDown(stage));
}

async function ask(stage: Stage, at: Date, post: DumpQuestion): Promise<void> {
  const { known, report, markdown, performAt, site, topic } = stage;
  if (known.questions.has(post.id)) {
    report.known += 1;
    return;
  }
  const asker = await memberOf(stage, at, post.author);
  const { id } = await performAt(at)(asker, (work) =>
    importQuestion(work, markdown, { site, topic, post }),
  );
  known.questions.set(post.id, id);
  report.added.questions += 1;
}

async function answer(stage: Stage, at: Date, post: DumpAnswer): Promise<void> {
  const { known, report, markdown, performAt, site } = stage;
  if (known.answers.has(post.id)) {
    report.known += 1;
    return;
  }
  const question = questionOf(stage, post);
  const author = await memberOf(stage, at, post.author);
  const { id } = await performAt(at)(author, (work) =>
    importAnswer(work, markdown, { site, question, post }),
  );
  known.answers.set(post.id, id);
  report.added.answers += 1;
}

async function accept(stage: Stage, at: Date, post: DumpAnswer): Promise<void> {
  const { db, known, report, performAt } = stage;
  const question_id = questionOf(stage, post);
  // Whatever became of an acceptance here, the dump does not bring it back.
  if (await db('acceptances').where({ question_id }).first('id')) {
    report.known += 1;
    return;
  }
  const asker = await askerOf(db, question_id);
  const accepted = known.answers.get(post.id);
  if (accepted === undefined) throw new Gone('The answer could not be given.');
  const reward = await performAt(at)(asker, (work) => importAcceptance(work, accepted));
  countAcceptance(report, reward);
}

/** Meanwhile our team may have taken down what others answered or accepted elsewhere. */
const countIfTakenDown =
  ({ report }: Stage) =>
  (error: unknown) => {
    if (!(error instanceof Gone || error instanceof Conflict)) throw error;
    report.skipped.takenDown += 1;
  };

async function memberOf(stage: Stage, at: Date, person: DumpPerson): Promise<MemberRow> {
  const { known, report, performAt, site } = stage;
  const before = known.people.get(person.key);
  if (before) return before;
  const member = await performAt(at)('system', (work) => importPerson(work, { site, person }));
  known.people.set(person.key, member);
  report.added.people += 1;
  return member;
}

function questionOf({ known }: Stage, { questionId }: DumpAnswer): QuestionId {
  const id = known.questions.get(questionId);
  assert(id !== undefined, 'a question comes before what follows from it');
  return id;
}

async function askerOf(db: Knex, id: QuestionId): Promise<MemberRow> {
  const question = await db('questions').where({ id }).first('author_id');
  const asker = question && (await readMember(db, question.author_id));
  assert(asker, 'whoever asked is a member');
  return asker;
}
