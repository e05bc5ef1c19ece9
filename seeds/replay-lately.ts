import sharp from 'sharp';

import { postAnswer } from '../src/forum/post-answer.ts';
import { postComment } from '../src/forum/post-comment.ts';
import { resolveQuestion } from '../src/forum/resolve-question.ts';
import { visitThread } from '../src/notices/visit-thread.ts';
import { addPicture } from '../src/pictures/add-picture.ts';
import { picturePath } from '../src/pictures/names.ts';
import { createPicturePress } from '../src/pictures/prepare-picture.ts';
import { answerTo, asTold, questionTitled, type Stage, toldOf } from './stage.ts';
import type { Happening } from './timeline.ts';

/**
 * What has happened since yesterday, of which members are told as they would be now: for whoever
 * signs in there is something to read. Nothing here accepts an answer, for the numbers of
 * acceptances decide what is drawn for a check.
 */
export function replayLately(stage: Stage): Happening[] {
  const { markdown } = stage;
  const on = toldOf(stage);
  const esim = () => questionTitled(stage, ESIM);
  const hotspot = () => questionTitled(stage, HOTSPOT);
  return [
    ...(['Priya', 'Tom'] as const).map((who) =>
      on(1, '14:05', who, (work) => visitThread(work, esim())),
    ),
    on(0, '06:52', 'Ewan-McAllister', (work) =>
      postAnswer(work, markdown, { question: questionTitled(stage, ALARM), body: PIN }),
    ),
    { at: stage.calendar.daysAgo(0, '07:10'), happen: () => showLights(stage) },
    on(0, '07:35', 'Theo-W', (work) =>
      postComment(work, markdown, {
        on: { answer: answerTo(stage, ESIM, 'Tom') },
        body: VOICEMAIL,
      }),
    ),
    on(0, '08:05', 'Sunita', async (work) => {
      const answer = answerTo(stage, HOTSPOT, 'Theo-W');
      await postComment(work, markdown, { on: { answer }, body: AGAIN });
      await resolveQuestion(work, hotspot(), 'still-not-solved');
    }),
  ];
}

const ESIM = 'eSIM stuck on ‘Activating’ after moving to a new iPhone';
const VOICEMAIL =
  '@Priya, did your old voicemails come across when you released the old phone? Everything else here worked for me.';

const ALARM = 'My alarm did not ring after the overnight update, how do I trust it again?';
const PIN = `> The phone updated itself at three in the morning, restarted, and then sat waiting for my PIN

That is the clue, @Priya. Until the first PIN after a restart most of the phone is locked, and on some of them that includes the alarm.

1. Switch off **updates by night**: **Settings › System › Software update**, the cog, *Auto-restart*.
2. Or let it restart with the PIN off the SIM: **Settings › Security › SIM lock**. The one of the screen can stay.
3. Test it: set an alarm for in five minutes, restart, and don’t touch it.

Mine has rung after a restart ever since. The actual clock still has my respect.`;

const HOTSPOT = 'Hotspot switches itself off whenever the laptop goes to sleep';
const AGAIN =
  'It held for a day. This morning it went off again between Crewe and Stafford, with the timer on Never. Something else must be at it.';

const LIGHTS = 'What do the lights on the ONT mean when PON is flashing and LOS is red?';

/** Olu draws the lights, for words alone would not do. */
async function showLights(stage: Stage): Promise<void> {
  const drawn = await createPicturePress()(await sharp(Buffer.from(BOX)).png().toBuffer());
  const question = questionTitled(stage, LIGHTS);
  await asTold(stage, 'Olu-Adeyemi', async (work) => {
    const { name } = await addPicture(work, drawn);
    const picture = `![The box on the wall: Power is green, PON is dim, LOS is red](${picturePath(name)})`;
    await postAnswer(work, stage.markdown, {
      question,
      body: `${NO_LIGHT}\n\n${picture}\n\n${TELL}`,
    });
  });
}

const NO_LIGHT =
  'LOS stands for *loss of signal*: no light reaches the box. Power, PON and LOS should look like the left of my drawing, and yours looks like the right.';
const TELL = `Nothing you can set will change that, but look at two things before you report it:

1. The thin cable into the box: pushed home, and nowhere bent tighter than a coin?
2. Unplug the box for a minute. If PON is steady after that, all is well.

Still red? Ring 4444 and say **“LOS is red”**. That spares you half of the questions. And yes, I would mention the ladder.`;

/** Two boxes with three lights each: as it should be, and without a signal. */
const BOX = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="280">
  <rect width="640" height="280" fill="#e9e4da"/>
  <g fill="#fdfcf9" stroke="#b9b2a5" stroke-width="4">
    <rect x="40" y="40" width="250" height="200" rx="18"/>
    <rect x="350" y="40" width="250" height="200" rx="18"/>
  </g>
  <g stroke="#6d675d" stroke-width="2">
    <circle cx="95" cy="140" r="20" fill="#2aa45d"/>
    <circle cx="165" cy="140" r="20" fill="#2aa45d"/>
    <circle cx="235" cy="140" r="20" fill="#d8d3c8"/>
    <circle cx="405" cy="140" r="20" fill="#2aa45d"/>
    <circle cx="475" cy="140" r="20" fill="#bfe3cc"/>
    <circle cx="545" cy="140" r="20" fill="#c8302a"/>
  </g>
</svg>`;
