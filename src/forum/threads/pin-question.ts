import type { Knex } from 'knex';

import { Conflict, Invalid, NotAllowed } from '../../refusals.ts';
import { actingMember, type Work } from '../../work.ts';
import { holdQuestion, refuseRemoved } from '../hold.ts';
import { mayModerate } from '../permissions.ts';
import { LISTED_COLUMNS, LISTED_JOINS, listed, type ListedColumns } from '../question-list.ts';
import type { QuestionId, QuestionPinRow, TopicId } from '../rows.ts';
import { visible } from '../visible.ts';

/** How many can be pinned in one list at a time, and for how many days at most. */
export const [PINS_MOST, PIN_DAYS_MOST] = [3, 90];

/** The list that a question is pinned in: of its own topic, or of the home page. */
export type PinPlace = 'topic' | 'home';

export type Pinning = { question: QuestionId; place: PinPlace; days: number; reason: string };

/**
 * A moderator puts a question at the top of a list for some days. A list has three such at most,
 * and each once (409); what is over makes room.
 */
export async function pinQuestion(work: Work, pinning: Pinning): Promise<void> {
  const { days, reason } = pinning;
  const { moderator, where } = await holdToPin(work, pinning);
  if (!Number.isInteger(days) || days < 1 || days > PIN_DAYS_MOST) {
    throw new Invalid({ days: `For one to ${String(PIN_DAYS_MOST)} days.` });
  }
  const { topic_id } = where;
  const over = work.trx('question_pins').where({ topic_id, ended_at: null });
  await over.andWhere('until', '<=', work.at).update({ ended_at: work.at });
  const taken = await work.trx('question_pins').where({ topic_id, ended_at: null });
  if (taken.some(({ question_id }) => question_id === where.question_id)) {
    throw new Conflict('It is pinned there already.');
  }
  const until = new Date(work.at.getTime() + days * 86_400_000);
  const pin = { ...where, reason, until, pinned_by: moderator.id, pinned_at: work.at };
  const placed = await work
    .trx('question_pins')
    .insert({ ...pin, slot: freeSlot(taken) })
    .onConflict()
    .ignore()
    .returning('id');
  if (placed.length === 0) throw new Conflict('Somebody pinned another a moment ago. Try again.');
}

/** Takes a question from the top of a list; one that is not there is refused (409). */
export async function unpinQuestion(
  work: Work,
  pinned: Pick<Pinning, 'question' | 'place'>,
): Promise<void> {
  const { where } = await holdToPin(work, pinned);
  const ended = await endPins(work, where);
  if (ended === 0) throw new Conflict('It is not pinned there any more.');
}

/** Ends what of a question is pinned in one list; says how many that were. */
export const endPins = (
  { trx, at }: Work,
  where: Pick<QuestionPinRow, 'question_id' | 'topic_id'>,
): Promise<number> =>
  trx('question_pins')
    .where({ ...where, ended_at: null })
    .update({ ended_at: at });

/** What is pinned in the list of a topic, or of the home page where none is named. */
export async function readPinned(db: Knex, topic: TopicId | null, at: Date) {
  const { rows } = await db.raw<{ rows: ListedColumns[] }>(
    `select ${LISTED_COLUMNS}
       from question_pins p
       join questions q on q.id = p.question_id ${LISTED_JOINS}
      where p.topic_id is not distinct from :topic and p.ended_at is null and p.until > :at
        and ${visible.question}
      order by p.slot`,
    { topic, at },
  );
  return listed(rows);
}

/** Where a question is pinned now, and until when. */
export const readPins = (db: Knex, question_id: QuestionId, at: Date): Promise<QuestionPinRow[]> =>
  db('question_pins').where({ question_id, ended_at: null }).where('until', '>', at).orderBy('id');

async function holdToPin(work: Work, { question: id, place }: Pick<Pinning, 'question' | 'place'>) {
  const moderator = actingMember(work);
  if (!mayModerate(moderator)) throw new NotAllowed('Only moderators can pin questions.');
  const question = await holdQuestion(work, id);
  refuseRemoved(question);
  const topic_id = place === 'home' ? null : question.topic_id;
  return { moderator, where: { question_id: id, topic_id } };
}

function freeSlot(taken: readonly QuestionPinRow[]): number {
  const slots = Array.from({ length: PINS_MOST }, (_, nth) => nth + 1);
  const free = slots.find((slot) => taken.every((pin) => pin.slot !== slot));
  if (free === undefined) {
    throw new Conflict(`${String(PINS_MOST)} are pinned there. Take one of them down first.`);
  }
  return free;
}
