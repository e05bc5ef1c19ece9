import assert from 'node:assert/strict';

import type { Events } from '../../events.ts';
import type { AnswerRow } from '../../forum/rows.ts';
import type { Work } from '../../work.ts';
import type { NearCopyRow } from '../rows.ts';
import { findSources, type Source } from './find-sources.ts';
import { type Print, printOf } from './print.ts';

/**
 * Compares an answer that was just published or edited with every earlier one, and writes down
 * which of them it repeats. What an edit took out stands no more; what is found anew is said.
 */
export async function checkOriginality(
  work: Work,
  { answerId }: Pick<Events['answer edited'], 'answerId'>,
): Promise<void> {
  const answer = await work.trx('answers').where({ id: answerId }).first();
  assert(answer, 'what was published is there');
  const print = printOf(answer.body);
  const sources = print && !answer.by_staff ? await findHere(work, answer, print) : [];
  await putPrint(work, answer, print);
  const known = await work.trx('near_copies').where({ answer_id: answer.id });
  for (const source of sources) {
    const before = known.find((row) => row.source_answer_id === source.answer.id);
    await putNearCopy(work, answer, source, before);
  }
  await closeGone(work, answer, sources);
}

const findHere = (work: Work, answer: AnswerRow, print: Print) =>
  findSources(work.trx, answer, print, work.at);

async function putPrint(
  { trx, at }: Work,
  { id: answer_id, version }: AnswerRow,
  print: Print | undefined,
): Promise<void> {
  if (!print) {
    await trx('answer_prints').where({ answer_id }).delete();
    return;
  }
  const { digest, bands } = print;
  const said = { version, digest, bands: [...bands], written_at: at };
  await trx('answer_prints')
    .insert({ answer_id, ...said })
    .onConflict('answer_id')
    .merge();
}

async function putNearCopy(
  work: Work,
  { id: answer_id, version }: AnswerRow,
  { answer: source, kind, own, similarity }: Source,
  before: NearCopyRow | undefined,
): Promise<void> {
  const found = { kind, own, similarity, version, source_version: source.version };
  const key = { answer_id, source_answer_id: source.id };
  if (before) {
    const again = before.gone_at !== null && { found_at: work.at, gone_at: null };
    await work
      .trx('near_copies')
      .where(key)
      .update({ ...found, ...again });
  } else {
    await work.trx('near_copies').insert({ ...key, ...found, found_at: work.at });
  }
  if (before?.gone_at === null) return;
  await work.record('near copy found', {
    ...{ answerId: answer_id, sourceAnswerId: source.id, similarity, own },
  });
}

const closeGone = ({ trx, at }: Work, { id }: AnswerRow, sources: readonly Source[]) =>
  trx('near_copies')
    .where({ answer_id: id, gone_at: null })
    .whereNotIn(
      'source_answer_id',
      sources.map(({ answer }) => answer.id),
    )
    .update({ gone_at: at });
