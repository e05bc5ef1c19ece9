import { askQuestion } from '../src/forum/ask-question.ts';
import { editQuestion } from '../src/forum/edit-question.ts';
import { followQuestion } from '../src/forum/follow-question.ts';
import { postComment } from '../src/forum/post-comment.ts';
import { resolveQuestion } from '../src/forum/resolve-question.ts';
import { sayMeToo } from '../src/forum/say-me-too.ts';
import { voteOnQuestion } from '../src/forum/vote.ts';
import type { Thread } from './community/shape.ts';
import { replayReply } from './replay-reply.ts';
import { asThen, posted, spread, type Stage, type Tell } from './stage.ts';
import type { Happening } from './timeline.ts';

/** Everything that happened in a thread, each by the command that people use. */
export function replayThread(stage: Stage, thread: Thread): Happening[] {
  const asked = stage.calendar.daysAgo(thread.daysAgo, thread.at);
  const tell: Tell = (after, who, command) => {
    const at = stage.calendar.after(asked, after);
    return { at, happen: () => asThen(stage, at, who, command) };
  };
  return [
    tell(0, thread.by, async (work) => {
      stage.questions.set(thread, (await askQuestion(work, stage.markdown, thread)).id);
    }),
    ...echoOf(stage, thread, tell),
    ...endOf(stage, thread, tell),
    ...thread.answers.flatMap((reply) => replayReply(stage, thread, reply, tell)),
  ];
}

/** What others said of a question: votes, me-toos, follows and comments. */
function echoOf(stage: Stage, thread: Thread, tell: Tell): Happening[] {
  const id = () => posted(stage.questions, thread);
  const { up = [], meToo = [], follow = [], comments = [] } = thread;
  return [
    ...spread(up, 25, (after, who) => tell(after, who, (work) => voteOnQuestion(work, id(), 1))),
    ...spread(meToo, 50, (after, who) => tell(after, who, (work) => sayMeToo(work, id(), true))),
    ...spread(follow, 60, (after, who) =>
      tell(after, who, (work) => followQuestion(work, id(), true)),
    ),
    ...comments.map(({ by, after, body }) =>
      tell(after, by, (work) =>
        postComment(work, stage.markdown, { on: { question: id() }, body }),
      ),
    ),
  ];
}

/** What the asker did with the question later. */
function endOf(stage: Stage, thread: Thread, tell: Tell): Happening[] {
  const id = () => posted(stage.questions, thread);
  const { edit, resolution, by, title } = thread;
  const happenings: Happening[] = [];
  if (edit) {
    const { after, body, reason } = edit;
    const change = () => ({ question: id(), title, body, reason, version: 1 });
    happenings.push(tell(after, by, (work) => editQuestion(work, stage.markdown, change())));
  }
  if (resolution) {
    const { after, as: how } = resolution;
    happenings.push(tell(after, by, (work) => resolveQuestion(work, id(), how)));
  }
  return happenings;
}
