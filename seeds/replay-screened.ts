import { postAnswer } from '../src/forum/post-answer.ts';
import { postComment } from '../src/forum/post-comment.ts';
import { addListedWord, changeMailDomain } from '../src/moderation/posts/change-lists.ts';
import { screenAnswer, screenComment } from '../src/trust/spam/screen.ts';
import { answerTo, dated, questionTitled, type Stage } from './stage.ts';
import type { Happening } from './timeline.ts';

/** The lists, and what they and the screen of first posts have put before a person since yesterday. */
export function replayScreened(stage: Stage): Happening[] {
  const on = dated(stage);
  const { markdown } = stage;
  return [
    ...WORDS.map((word, index) =>
      on(28, `11:1${String(index)}`, 'Marcus', (work) => addListedWord(work, word)),
    ),
    on(28, '11:30', 'Ada', (work) => changeMailDomain(work, DOMAIN)),
    on(1, '20:40', 'Leo-Marsh', async (work) => {
      const question = questionTitled(stage, 'Wi-Fi Calling is greyed out on a Pixel 8');
      const answer = await postAnswer(work, markdown, { question, body: PICTURES });
      const { id: answerId, author_id: authorId } = answer;
      await screenAnswer(work, { answerId, questionId: question, authorId });
    }),
    on(1, '21:15', 'Viktor', async (work) => {
      const answer = answerTo(stage, CREDIT, 'Zoe');
      const comment = await postComment(work, markdown, { on: { answer }, body: CHEAP });
      const { id: commentId, question_id: questionId } = comment;
      await screenComment(work, { commentId, questionId, answerId: answer });
    }),
  ];
}

const WORDS = [
  { phrase: 'message me privately', effect: 'flag', note: 'How sellers lead people elsewhere' },
  { phrase: 'unlock any phone', effect: 'hold', note: 'Trade in blocked handsets' },
] as const;

const DOMAIN = {
  ...{ domain: 'school.example', refused: false },
  reason: 'A college’s own addresses, which the list takes for throw-away ones',
};

const PICTURES =
  'I had this on Friday and wrote it all up with pictures, the emergency address is step 4: ' +
  'https://leos-pixel-notes.example/wifi-calling';
const CREDIT = 'Pay as you go credit disappeared overnight while the phone was on charge';
const CHEAP = 'Message me privately, I know somebody who has credit for half of the price.';
