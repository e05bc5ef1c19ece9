import { createHash } from 'node:crypto';

import { followTopic } from '../src/forum/follow-topic.ts';
import { sayFixed, type Fixed } from '../src/forum/fixed/say-fixed.ts';
import { decideOutdated } from '../src/moderation/outdated/decide-outdated.ts';
import { flagOutdated } from '../src/moderation/outdated/flag-outdated.ts';
import { setOfficial } from '../src/moderation/posts/set-official.ts';
import type { Handle } from './community/people.ts';
import type { TopicSlug } from './community/topics.ts';
import { answerTo, dated, type Stage } from './stage.ts';
import type { Happening } from './timeline.ts';

/** What those who only read said of answers, what members follow, and what our team marked. */
export function replayReaders(stage: Stage): Happening[] {
  const on = dated(stage);
  const hub = () => answerTo(stage, SIGNAL, 'Marcus');
  return [
    ...FOLLOWED.map(([who, topic], nth) =>
      on(80 - nth * 7, '20:15', who, (work) => followTopic(work, topic, true)),
    ),
    ...VOICES.flatMap((told) => replayVoices(stage, told)),
    on(31, '09:10', 'Marcus', (work) =>
      setOfficial(work, { answer: answerTo(stage, EMERGENCY, 'Hannah'), on: true }),
    ),
    on(1, '09:05', 'Hannah', (work) => setOfficial(work, { answer: hub(), on: true })),
    on(12, '10:30', 'Hannah', (work) =>
      decideOutdated(work, {
        answer: answerTo(stage, PLASTIC, 'old-nokia-fan'),
        outdated: true,
      }),
    ),
    on(2, '18:20', 'Gwen', (work) =>
      flagOutdated(work, { answer: answerTo(stage, NETBALL, 'Ewan-McAllister'), note: MOVED }),
    ),
  ];
}

const SIGNAL = 'No 4G in LS6 since this morning. Is it just me?';
const EMERGENCY = 'Can I still call 999 when there is no Goodline signal at all?';
const PLASTIC = 'How do I move my eSIM back to a plastic SIM?';
const NETBALL = 'Netball group chat is costing me 55p a message';
const MOVED =
  'On my Android the switch is under RCS chats since the last update, not under Advanced.';

const FOLLOWED: readonly (readonly [Handle, TopicSlug])[] = [
  ['Tom', 'sim-esim'],
  ['Moira-Fenn', 'coverage'],
  ['Kasia-N', 'roaming'],
  ['Olu-Adeyemi', 'broadband'],
  ['Priya', 'handsets'],
  ['Ewan-McAllister', 'handsets'],
  ['Gwen', 'coverage'],
];

type Voices = { title: string; by: Handle; days: readonly (readonly [number, number, number])[] };

/** Those for whom it worked and did not, on days: nobody of them needs an account. */
function replayVoices(stage: Stage, { title, by, days }: Voices): Happening[] {
  return days.map(([day, worked, failed]) => ({
    at: stage.calendar.daysAgo(day, '20:20'),
    happen: () =>
      stage.perform('visitor', async (work) => {
        const answer = answerTo(stage, title, by);
        const all: Fixed[] = [...times(worked, 'yes'), ...times(failed, 'no')];
        for (const [nth, fixed] of all.entries()) {
          await sayFixed(work, { answer, voice: voiceOf(title, day, nth), fixed });
        }
      }),
  }));
}

const times = (count: number, fixed: Fixed) => Array.from({ length: count }, () => fixed);

const voiceOf = (...parts: (string | number)[]) =>
  createHash('sha256').update(parts.join('.')).digest('hex');

/** By how many days ago: it worked for so many, and not for so many. */
const VOICES: readonly Voices[] = [
  {
    title: 'eSIM stuck on ‘Activating’ after moving to a new iPhone',
    by: 'Tom',
    days: [
      [1, 17, 1],
      [0, 9, 0],
    ],
  },
  {
    title: 'Wrong PIN three times and now the phone wants a PUK. Where do I find it?',
    by: 'Tom',
    days: [
      [88, 6, 0],
      [60, 9, 1],
      [33, 11, 0],
      [9, 8, 1],
      [2, 4, 0],
    ],
  },
  {
    title: 'Can I turn voicemail off completely?',
    by: 'Tom',
    days: [
      [70, 5, 0],
      [29, 7, 1],
      [3, 6, 0],
    ],
  },
  {
    title: 'In Spain: texts and calls work but data doesn’t, at all',
    by: 'Ewan-McAllister',
    days: [
      [64, 12, 1],
      [21, 8, 0],
      [1, 3, 0],
    ],
  },
];
