import assert from 'node:assert/strict';

import type { Events } from '../../events.ts';
import type { PostRef } from '../../forum/posts.ts';
import type { Work } from '../../work.ts';
import { fingerprintOf } from './fingerprint.ts';
import { surroundingsOf } from './masking-markdown.ts';
import { type Finding, findPersonalData } from './personal-data.ts';
import { keyOf, readFindingsOf } from './read-shown.ts';
import { type Typed, readTyped } from './read-typed.ts';
import type { PersonalDataFindingId, PersonalDataFindingRow } from '../rows.ts';

/** Writes down what is personal in a question that was just published or edited. */
export const checkQuestion = (
  work: Work,
  { questionId }: { questionId: Events['question asked']['questionId'] },
) => checkAndTell(work, { question: questionId });

/** Writes down what is personal in an answer that was just published or edited. */
export const checkAnswer = (
  work: Work,
  { answerId }: { answerId: Events['answer posted']['answerId'] },
) => checkAndTell(work, { answer: answerId });

/** Writes down what is personal in a comment that was just published. */
export const checkComment = (work: Work, { commentId }: Events['comment posted']) =>
  checkAndTell(work, { comment: commentId });

/**
 * Writes down what is personal in a post, once each, for a moderator to decide. What its author
 * has taken out since waits no longer; what comes back waits again. Returns what is masked by this,
 * and was not before.
 */
export async function checkPublished(work: Work, post: PostRef): Promise<PersonalDataFindingId[]> {
  const typed = await readTyped(work.trx, post);
  assert(typed, 'what was published is there');
  const [found, known] = [findIn(work, typed), await readFindingsOf(work.trx, post)];
  const masked: (PersonalDataFindingId | undefined)[] = [];
  for (const [fingerprint, finding] of found) {
    const before = known.find((row) => row.fingerprint === fingerprint);
    masked.push(await writeFinding(work, { post, typed, fingerprint, finding, before }));
  }
  const gone = known.filter(
    ({ state, fingerprint }) => state === 'waiting' && !found.has(fingerprint),
  );
  await closeGone(work, gone);
  return masked.filter((id) => id !== undefined);
}

/** Says that readers do not see these, once the post is drawn so. */
export async function sayMasked(work: Work, findingIds: PersonalDataFindingId[]): Promise<void> {
  if (findingIds.length > 0) await work.record('personal data masked', { findingIds });
}

const checkAndTell = async (work: Work, post: PostRef): Promise<void> =>
  sayMasked(work, await checkPublished(work, post));

function findIn({ operator }: Work, { title, body }: Typed): Map<string, Finding> {
  const surroundings = surroundingsOf(operator);
  return new Map(
    [title ?? '', body].flatMap((text) =>
      findPersonalData(text, surroundings).map(
        (finding) => [fingerprintOf(text, finding), finding] as const,
      ),
    ),
  );
}

type Written = {
  post: PostRef;
  typed: Typed;
  fingerprint: string;
  finding: Finding;
  before: PersonalDataFindingRow | undefined;
};

/** Its id where it is masked from now on; undefined where that, or the contrary, is known. */
async function writeFinding(
  work: Work,
  written: Written,
): Promise<PersonalDataFindingId | undefined> {
  const { post, fingerprint, before } = written;
  const { version } = written.typed;
  const { kind, mask } = written.finding;
  const table = work.trx('personal_data_findings');
  if (!before) {
    const found = { kind, mask, fingerprint, version, found_at: work.at };
    const [row] = await table.insert({ ...keyOf(post), ...found }).returning('id');
    assert(row, 'the finding was written');
    await work.record('personal data found', { findingId: row.id });
    return row.id;
  }
  const again = before.state === 'masked' && before.decided_by === null;
  const waiting = { state: 'waiting', decided_at: null, reason: '' } as const;
  await table.where({ id: before.id }).update({ version, ...(again && waiting) });
  if (!again) return undefined;
  await work.record('personal data found', { findingId: before.id });
  return before.id;
}

async function closeGone(work: Work, gone: readonly PersonalDataFindingRow[]): Promise<void> {
  for (const { id } of gone) {
    const closed = {
      state: 'masked',
      decided_at: work.at,
      reason: 'No longer in the text',
    } as const;
    await work.trx('personal_data_findings').where({ id }).update(closed);
    await work.record('personal data gone', { findingId: id });
  }
}
