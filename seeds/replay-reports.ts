import { postAnswer } from '../src/forum/post-answer.ts';
import { postComment } from '../src/forum/post-comment.ts';
import type { AnswerId, CommentId } from '../src/forum/rows.ts';
import { decideReport } from '../src/moderation/reports/decide-report.ts';
import { reportPost } from '../src/moderation/reports/report-post.ts';
import type { ReportCaseId } from '../src/moderation/rows.ts';
import { answerTo, dated, questionTitled, type Stage } from './stage.ts';
import type { Happening } from './timeline.ts';

/** One report that led to a warning, one that came to nothing, and one that waits. */
export const replayReports = (stage: Stage): Happening[] => [
  ...favours(stage),
  ...carpet(stage),
  ...secondPac(stage),
];

/** Gwen offers acceptances for acceptances under Priya’s question, and Priya reports it. */
function favours(stage: Stage): Happening[] {
  const on = dated(stage);
  let comment: CommentId;
  let reported: ReportCaseId;
  return [
    on(2, '09:00', 'Gwen', async (work) => {
      const on = { answer: answerTo(stage, ADD_ON, 'Gwen') };
      comment = (await postComment(work, stage.markdown, { on, body: FAVOUR })).id;
    }),
    on(2, '10:30', 'Priya', async (work) => {
      const note = 'I don’t want to be asked for favours when I ask for help.';
      reported = (await reportPost(work, { comment }, { ground: 'gaming', note })).id;
    }),
    on(2, '14:20', 'Hannah', (work) =>
      decideReport(work, stage.markdown, reported, {
        ...{ decision: 'warned', reason: 'gaming' },
        note: 'We know that you meant to be neighbourly. Please let askers decide for themselves.',
      }),
    ),
  ];
}

const ADD_ON = 'Does an unused data add-on roll over to next month?';
const FAVOUR =
  'Glad it helped, lovely. I’m saving up for my Christmas top-up, so accept my other answers as ' +
  'well when you see them, and I’ll do the same for yours.';

/** Colin takes a data cable under a carpet for a danger; Marcus does not. */
function carpet(stage: Stage): Happening[] {
  const on = dated(stage);
  let reported: ReportCaseId;
  return [
    on(6, '20:10', 'Colin-Barrow', async (work) => {
      const answer = answerTo(stage, MICROWAVE, 'Sunita');
      const note = 'Cables under a carpet are a fire risk.';
      reported = (await reportPost(work, { answer }, { ground: 'unsafe', note })).id;
    }),
    on(5, '08:50', 'Marcus', (work) =>
      decideReport(work, stage.markdown, reported, {
        ...{ decision: 'dismissed', abusive: false },
        note: 'It is the thin cable of the broadband socket, which carries no mains.',
      }),
    ),
  ];
}

const MICROWAVE = 'Internet dies whenever the wife uses the microwave';

/** Advice that could lose somebody their number: two have said so, and it waits. */
function secondPac(stage: Stage): Happening[] {
  const on = dated(stage);
  let answer: AnswerId;
  return [
    on(0, '08:05', 'Viktor', async (work) => {
      const question = questionTitled(stage, WRONG_DATE);
      answer = (await postAnswer(work, stage.markdown, { question, body: CANCEL })).id;
    }),
    on(0, '08:40', 'Tom', (work) =>
      reportPost(
        work,
        { answer },
        { ground: 'unsafe', note: 'A line that ends takes its number along.' },
      ),
    ),
    on(0, '08:55', 'Sian-Hughes', (work) =>
      reportPost(work, { answer }, { ground: 'unsafe', note: '' }),
    ),
  ];
}

const WRONG_DATE = 'I chose the wrong date for my number to move, can I change it?';
const CANCEL =
  'Simple: end the contract at the old network this afternoon, then there is nothing left to move ' +
  'on the wrong day. When you are ready you ask them for a new PAC and choose the date again.';
