import { DumpError } from './dump-error.ts';
import type { DumpPerson } from './dump-people.ts';
import { rowOf, type DumpAnswer, type DumpQuestion, type DumpRow } from './dump-rows.ts';
import { readRows } from './dump-xml.ts';

/** A community as its dump tells it, in the order of the file. */
export type Dump = {
  questions: DumpQuestion[];
  answers: DumpAnswer[];
  people: DumpPerson[];
  skipped: {
    tagWikis: number;
    other: number;
    /** Accepted answers that are not among the question's answers: the acceptance is dropped. */
    acceptances: number;
  };
};

/**
 * The rows of a Stack Exchange `Posts.xml`, as they stand.
 *
 * @throws DumpError naming the line that is damaged and what to do.
 */
export async function* readDump(path: string): AsyncGenerator<DumpRow> {
  const lines = new Map<number, number>();
  for await (const row of readRows(path)) {
    const post = rowOf(path, row);
    const earlier = lines.get(post.id);
    if (earlier !== undefined) {
      const problem = `row has the Id ${String(post.id)} of line ${String(earlier)}.`;
      throw new DumpError(path, post.line, `${problem} Remove one of the two rows.`);
    }
    lines.set(post.id, post.line);
    yield post;
  }
}

/**
 * The whole dump, with every answer's question in it and no acceptance of what is not there.
 *
 * @throws DumpError naming the line that is damaged and what to do.
 */
export async function readPosts(path: string): Promise<Dump> {
  const dump: Dump = {
    questions: [],
    answers: [],
    people: [],
    skipped: { tagWikis: 0, other: 0, acceptances: 0 },
  };
  for await (const row of readDump(path)) file(row, dump);
  refuseOrphans(path, dump);
  dropLostAcceptances(dump);
  dump.people = peopleIn(dump);
  return dump;
}

/**
 * The whole dump, all of which had happened by `now`.
 *
 * @throws DumpError naming the line that is damaged and what to do.
 */
export async function readHistory(path: string, now: Date): Promise<Dump> {
  const dump = await readPosts(path);
  const early = [...dump.questions, ...dump.answers].find(({ createdAt }) => createdAt > now);
  if (early === undefined) return dump;
  const problem = `row is dated ${early.createdAt.toISOString()}, which is still to come.`;
  throw new DumpError(path, early.line, `${problem} Correct the row or this machine's clock.`);
}

function file(row: DumpRow, { questions, answers, skipped }: Dump): void {
  if (row.kind === 'question') questions.push(row);
  else if (row.kind === 'answer') answers.push(row);
  else if (row.kind === 'tag wiki') skipped.tagWikis += 1;
  else skipped.other += 1;
}

function refuseOrphans(path: string, { questions, answers }: Dump): void {
  const ids = new Set(questions.map(({ id }) => id));
  const orphan = answers.find(({ questionId }) => !ids.has(questionId));
  if (orphan === undefined) return;
  const problem = `row answers question ${String(orphan.questionId)}, which is not in the file.`;
  throw new DumpError(path, orphan.line, `${problem} Export the dump again or remove this row.`);
}

function dropLostAcceptances({ questions, answers, skipped }: Dump): void {
  const questionOf = new Map(answers.map(({ id, questionId }) => [id, questionId]));
  for (const question of questions) {
    const { acceptedAnswerId } = question;
    if (acceptedAnswerId === null || questionOf.get(acceptedAnswerId) === question.id) continue;
    question.acceptedAnswerId = null;
    skipped.acceptances += 1;
  }
}

function peopleIn({ questions, answers }: Dump): DumpPerson[] {
  const people = new Map<string, DumpPerson>();
  for (const { author } of [...questions, ...answers]) {
    if (!people.has(author.key)) people.set(author.key, author);
  }
  return [...people.values()];
}
