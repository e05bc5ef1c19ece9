import assert from 'node:assert/strict';

import { changeGuideState } from '../src/guides/change-state.ts';
import type { GuideRow } from '../src/guides/rows.ts';
import { writeGuide } from '../src/guides/write-guide.ts';
import type { Handle } from './community/people.ts';
import type { TopicSlug } from './community/topics.ts';
import { answerTo, as, dated, type Stage, toldOf } from './stage.ts';
import type { Happening } from './timeline.ts';

/** What our team made guides of: one that is due for another look soon, and one of yesterday. */
export function replayGuides(stage: Stage): Happening[] {
  const on = dated(stage);
  const { daysAgo } = stage.calendar;
  let [abroad, lost] = [] as unknown as [GuideRow, GuideRow];
  return [
    {
      at: daysAgo(58, '10:20'),
      happen: async () => (abroad = await write(stage, 'Hannah', ABROAD)),
    },
    on(58, '10:45', 'Hannah', (work) => changeGuideState(work, abroad.id, 'published')),
    { at: daysAgo(2, '11:10'), happen: async () => (lost = await write(stage, 'Marcus', LOST)) },
    toldOf(stage)(1, '15:10', 'Marcus', (work) => changeGuideState(work, lost.id, 'published')),
  ];
}

type Script = {
  of: { title: string; by: Handle };
  topic: TopicSlug;
  title: string;
  body: string;
  credits: Handle[];
  /** After how many months somebody looks at it again. */
  months: number;
};

async function write(stage: Stage, by: Handle, script: Script): Promise<GuideRow> {
  const { of, topic: slug, ...words } = script;
  const topic = await stage.db('topics').where({ slug }).first('id');
  assert(topic, 'the topic of a guide');
  const answerId = answerTo(stage, of.title, of.by);
  return as(stage, by, (work) =>
    writeGuide(work, stage.markdown, { ...words, answerId, topicId: topic.id }),
  );
}

const ABROAD: Script = {
  of: { title: 'In Spain: texts and calls work but data doesn’t, at all', by: 'Ewan-McAllister' },
  ...{ topic: 'roaming', months: 2, credits: ['Kasia-N'] },
  title: 'No data abroad: what to try, in order',
  body: `Calls and texts work, and data doesn’t? Try these one after another. The first is enough nine times in ten.

1. **Switch Data Roaming on.** On an iPhone it is under **Settings › Mobile Service** and your line; on Android under **Settings › Network › SIMs**.
2. Turn **aeroplane mode** on, count to ten, and turn it off.
3. Choose another network by hand, wait a minute, and go back to automatic.
4. Look at the **APN**. One that is left over from an old provider works at home and fails abroad: reset it.

## Before you go

See which zone the country is in. A day pass counts from midnight to midnight UK time, so one that you buy late in the evening is soon over.`,
};

const LOST: Script = {
  of: { title: 'Left my phone on a train: what do I block first?', by: 'Tom' },
  ...{ topic: 'sim-esim', months: 6, credits: [] },
  title: 'A lost phone: what to block, and when',
  body: `Find it before you block it: a blocked SIM has no data, and then no map shows where it is.

1. **Mark it as lost** in your Apple or Google account, with a friend’s number on its screen.
2. Tell whoever may have found it: the train, the taxi, the café.
3. **Nothing within the hour?** Go to **My Goodline › SIM › Lost or stolen** and block the line. The number stays yours.
4. If it turns up, unblock it in the same place. If not, order a new SIM: it is free and keeps your number.

**Stolen, not lost?** Block it at once, and tell the police its IMEI.`,
};
