import { askQuestion } from '../src/forum/ask-question.ts';
import { suggestSame } from '../src/forum/duplicates/suggest-same.ts';
import { postAnswer } from '../src/forum/post-answer.ts';
import type { AnswerId, QuestionId } from '../src/forum/rows.ts';
import { mergeThreads } from '../src/moderation/threads/merge-threads.ts';
import { splitThread } from '../src/moderation/threads/split-threads.ts';
import { questionTitled, type Stage, toldOf } from './stage.ts';
import type { Happening } from './timeline.ts';

/** Two questions that became one, at Tom's suggestion, and one that became two. */
export function replayTidying(stage: Stage): Happening[] {
  const { markdown } = stage;
  const on = toldOf(stage);
  const zone = () => questionTitled(stage, ZONE);
  const microwave = () => questionTitled(stage, MICROWAVE);
  let [turkey, cordless] = [] as unknown as [QuestionId, AnswerId];
  return [
    on(0, '08:20', 'Sian-Hughes', async (work) => {
      turkey = (await askQuestion(work, markdown, { topic: 'roaming', ...TURKEY })).id;
    }),
    on(0, '08:25', 'Tom', async (work) => {
      for (const question of [turkey, questionTitled(stage, DALAMAN)]) {
        await suggestSame(work, { question, other: zone() });
      }
    }),
    on(0, '08:40', 'Marcus', (work) =>
      mergeThreads(work, { source: turkey, target: zone(), reason: SAME }),
    ),
    on(0, '08:45', 'Wendy-Cole', async (work) => {
      cordless = (await postAnswer(work, markdown, { question: microwave(), body: RINGS })).id;
    }),
    on(0, '08:55', 'Hannah', (work) =>
      splitThread(work, markdown, {
        ...{ question: microwave(), picks: { answers: [cordless], comments: [] } },
        asked: { topic: 'broadband', title: CORDLESS, body: RINGS },
        reason: 'Another device and another cause: it deserves answers of its own.',
      }),
    ),
  ];
}

const ZONE = 'Which roaming zone is Türkiye in?';
const DALAMAN = 'Roaming in Türkiye: is my allowance included or do I need an add-on?';
const SAME = 'Both ask which zone Türkiye is in, and what it costs.';
const TURKEY = {
  title: 'Turkey over half term: what zone does it count as?',
  body: 'We land in Antalya with four phones between us. Is it Zone 1 like Greece, or something dearer?',
};

const MICROWAVE = 'Internet dies whenever the wife uses the microwave';
const CORDLESS = 'Wi-Fi drops each time the cordless phone rings';
const RINGS =
  'Ours does that when the cordless phone rings, and we have no microwave. It is an old set from before the hub, and the two stand side by side. Is there a channel they can share, or does one of them have to go?';
