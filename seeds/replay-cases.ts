import { randomUUID } from 'node:crypto';

import { askPrivately } from '../src/handoff/ask-privately.ts';
import { closeCase } from '../src/handoff/close-case.ts';
import { noteOnCase } from '../src/handoff/note-on-case.ts';
import { replyAsMember, replyAsStaff } from '../src/handoff/reply.ts';
import type { CaseId, CaseMessageId } from '../src/handoff/rows.ts';
import { createMarkdown } from '../src/web/markdown.ts';
import type { Handle } from './community/people.ts';
import { withCanned } from './replay-canned.ts';
import { as, type Stage } from './stage.ts';
import type { Happening } from './timeline.ts';

/** A case that was closed with a summary for everybody, and one that waits for its first reply. */
export function replayCases(stage: Stage): Happening[] {
  const { daysAgo, after, now } = stage.calendar;
  const hands = handsOn(stage);
  let refund: CaseId;
  return [
    {
      at: daysAgo(6, '10:05'),
      happen: async () => {
        refund = await hands.ask('Gwen', { subject: 'A refund that is not on my bill', ...REFUND });
      },
    },
    { at: daysAgo(6, '10:40'), happen: () => hands.note('Hannah', refund, NOTE) },
    { at: daysAgo(6, '11:20'), happen: () => hands.reply('Marcus', refund, REPLY) },
    {
      at: daysAgo(6, '12:02'),
      happen: () => hands.write('Gwen', refund, 'There it is. Thank you!'),
    },
    { at: daysAgo(5, '09:15'), happen: () => hands.close('Marcus', refund) },
    {
      at: after(now, -50),
      happen: () => hands.ask('Priya', { subject: 'Charged twice for one top-up', ...TWICE }),
    },
  ];
}

const REFUND = {
  topic: 'billing',
  body: 'You promised £12 back on 2 September and it isn’t on the bill for 07700 900158.',
};
const NOTE = 'Promised in the shop, see ticket 2210. Please show her where it stands.';
const REPLY = {
  canned: 'Where a refund stands',
  body: 'Hello Gwen. It’s there, on page 2 under “Adjustments”: bills list a refund apart from calls.',
};
const SUMMARY = {
  topic: 'billing',
  title: 'Where on the bill does a refund stand?',
  body: 'A refund was promised, and the first page of the bill doesn’t mention it.',
  answer: 'On page 2, under **Adjustments**. The total on page 1 has it taken off already.',
};
const TWICE = {
  topic: 'billing',
  body: 'My card was charged £10 at 8:02 and again at 8:03. It ends 4417. Only one arrived.',
};

type Asked = { subject: string; topic: string; body: string };

function handsOn(stage: Stage) {
  const markdown = createMarkdown();
  const sending = (body: string) => ({ body, key: randomUUID() });
  const seenIn = async (id: CaseId): Promise<CaseMessageId | undefined> =>
    (await stage.db('case_messages').where({ case_id: id }).orderBy('id', 'desc').first())?.id;
  return {
    ask: async (who: Handle, { body, ...asked }: Asked): Promise<CaseId> => {
      const question = { ...asked, ...sending(body), origin: 'asked' } as const;
      return (await as(stage, who, (work) => askPrivately(work, markdown, question))).id;
    },
    note: (who: Handle, id: CaseId, body: string) =>
      as(stage, who, (work) => noteOnCase(work, id, sending(body))),
    write: (who: Handle, id: CaseId, body: string) =>
      as(stage, who, (work) => replyAsMember(work, markdown, id, sending(body))),
    reply: async (who: Handle, id: CaseId, { body, canned }: typeof REPLY) => {
      const seen = await seenIn(id);
      await as(stage, who, async (work) => {
        const message = await replyAsStaff(work, markdown, id, { ...sending(body), seen });
        if (message) await withCanned(work, canned, { message });
      });
    },
    close: async (who: Handle, id: CaseId) => {
      const closing = { seen: await seenIn(id), summary: SUMMARY };
      await as(stage, who, (work) => closeCase(work, stage.markdown, id, closing));
    },
  };
}
