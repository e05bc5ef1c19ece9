import type { Knex } from 'knex';

import type { Events } from '../events.ts';
import { openItem } from '../moderation/queue/items.ts';
import type { Perform, Work } from '../work.ts';
import { holdGuide } from './hold-guide.ts';
import type { GuideId, GuideRow } from './rows.ts';
import { visibleGuide } from './visible.ts';

/** Puts before staff every guide whose review is due. Harmless where one waits already. */
export async function queueDueGuides(db: Knex, perform: Perform, now: Date): Promise<void> {
  const { rows } = await db.raw<{ rows: { id: GuideId }[] }>(
    `select g.id from guides g
      where ${visibleGuide} and g.review_at <= :now
        and not exists (select from queue_items i where i.kind = 'guide' and i.subject_id = g.id
                           and i.state = 'waiting')
      order by g.review_at, g.id`,
    { now },
  );
  for (const { id } of rows) {
    await perform('system', async (work) => {
      const guide = await holdGuide(work, id);
      if (guide.state === 'published' && guide.review_at <= now) await queue(work, guide, DUE);
    });
  }
}

/** What a guide was made of is gone: it stays, and somebody looks whether it should. */
export async function doubtGuides(
  work: Work,
  { questionId, answerId, commentId }: Events['post removed'],
): Promise<void> {
  if (commentId !== null) return;
  const { rows } = await work.trx.raw<{ rows: GuideRow[] }>(
    `select g.* from guides g
       join answers a on a.id = g.answer_id
      where ${visibleGuide} and a.question_id = :questionId
        and (:answerId::int is null or a.id = :answerId)
      order by g.id
        for update of g`,
    { questionId, answerId },
  );
  for (const guide of rows) await queue(work, guide, DOUBTFUL);
}

const DUE = { risk: 1, reasons: ['guide-due'] } as const;
const DOUBTFUL = { risk: 3, reasons: ['guide-source-gone'] } as const;

async function queue(work: Work, { id, answer_id }: GuideRow, why: typeof DUE | typeof DOUBTFUL) {
  const answer = await work.trx('answers').where({ id: answer_id }).first('question_id');
  const subject = {
    kind: 'guide',
    subject_id: id,
    question_id: answer?.question_id ?? null,
  } as const;
  await openItem(work, { ...subject, ...why, barred: [] });
}
