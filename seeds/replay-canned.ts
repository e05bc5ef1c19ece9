import { noteUse, type Sent } from '../src/canned/note-use.ts';
import { saveText } from '../src/canned/save-text.ts';
import type { CannedUse } from '../src/canned/uses.ts';
import type { Work } from '../src/work.ts';
import { as, type Stage } from './stage.ts';
import type { Happening } from './timeline.ts';

/** The texts that the team shares, saved before the first of them is used. */
export function replayCanned(stage: Stage): Happening[] {
  const at = stage.calendar.daysAgo(121, '09:30');
  return TEXTS.map(([use, title, body]) => ({
    at,
    happen: () =>
      as(stage, 'Hannah', (work) => saveText(work, use, { id: undefined, title, body })),
  }));
}

/** Counts that a post was written with the text of that name. */
export async function withCanned(work: Work, title: string, sent: Sent): Promise<void> {
  const texts = await work.trx('canned_texts').where({ title }).select('id');
  await noteUse(
    work,
    texts.map(({ id }) => id),
    sent,
  );
}

const TEXTS: readonly (readonly [CannedUse, string, string])[] = [
  [
    ...(['private-reply', 'Which number is it?'] as const),
    'Hello {name}, {me} here. Which number is it about? Nobody but our team reads this.',
  ],
  [
    ...(['private-reply', 'Where a refund stands'] as const),
    'Hello {name}. It’s there, on page 2 under “Adjustments”: bills list a refund apart from calls.',
  ],
  [
    ...(['public-answer', 'Change of owner'] as const),
    'It is called a **change of owner**: **My Goodline → My lines → Change owner**. There is no charge.',
  ],
  [
    ...(['public-answer', 'Emergency calls'] as const),
    'Whatever the phone shows, dial **999 or 112**: any UK network in reach carries the call.',
  ],
  [
    ...(['public-answer', 'A fault we are mending'] as const),
    'Hello {name}. Engineers are on their way to it. There’s nothing wrong with your phone.',
  ],
  [
    ...(['public-answer', 'Let us look at your line'] as const),
    'If you’d like us to check your line, {name}, send us a private message. {me}',
  ],
];
