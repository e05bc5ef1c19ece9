import { randomUUID } from 'node:crypto';

import { strikeNote, writeNote } from '../src/moderation/member-file/write-note.ts';
import type { Handle } from './community/people.ts';
import { as, memberNamed, type Stage } from './stage.ts';
import type { Happening } from './timeline.ts';

/** What the team noted of two members; one of the notes turned out to be wrong. */
export function replayNotes(stage: Stage): Happening[] {
  const { daysAgo } = stage.calendar;
  const note = (who: Handle, of: Handle, body: string) =>
    as(stage, who, (work) =>
      writeNote(work, memberNamed(stage, of).id, { body, key: randomUUID() }),
    );
  return [
    {
      at: daysAgo(40, '14:20'),
      happen: () => note('Hannah', 'Tom', 'Used to work in one of our shops. Told us himself.'),
    },
    {
      at: daysAgo(21, '10:10'),
      happen: () => note('Marcus', 'Tom', 'Answers from a work account too? To be asked.'),
    },
    { at: daysAgo(20, '16:45'), happen: () => strikeLast(stage, 'Hannah', 'Tom') },
    {
      at: daysAgo(12, '09:30'),
      happen: () => note('Marcus', 'Gwen', 'Hard of hearing: write, don’t ring.'),
    },
  ];
}

async function strikeLast(stage: Stage, who: Handle, of: Handle): Promise<void> {
  const { id: memberId } = memberNamed(stage, of);
  const last = await stage
    .db('staff_notes')
    .where({ member_id: memberId })
    .orderBy('id', 'desc')
    .first();
  if (!last) return;
  const reason = 'Asked him: it was his brother, under his own name.';
  await as(stage, who, (work) => strikeNote(work, { memberId, noteId: last.id, reason }));
}
