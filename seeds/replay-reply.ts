import { acceptAnswer } from '../src/forum/accept-answer.ts';
import { editAnswer } from '../src/forum/edit-answer.ts';
import { postAnswer } from '../src/forum/post-answer.ts';
import { postComment } from '../src/forum/post-comment.ts';
import { sayAlsoHelped } from '../src/forum/say-also-helped.ts';
import { voteOnAnswer } from '../src/forum/vote.ts';
import { withdrawAcceptanceOf } from '../src/forum/withdraw-acceptance.ts';
import { removePost } from '../src/moderation/posts/remove-post.ts';
import type { Reply, Thread } from './community/shape.ts';
import { withCanned } from './replay-canned.ts';
import { replayVerdict } from './replay-verdict.ts';
import { posted, spread, type Stage, type Tell } from './stage.ts';
import type { Happening } from './timeline.ts';

/** One answer and all that became of it. */
export const replayReply = (
  stage: Stage,
  thread: Thread,
  reply: Reply,
  tell: Tell,
): Happening[] => [
  tell(reply.after, reply.by, async (work) => {
    const answer = { question: posted(stage.questions, thread), body: reply.body };
    const { id } = await postAnswer(work, stage.markdown, answer);
    stage.answers.set(reply, id);
    if (reply.canned !== undefined) await withCanned(work, reply.canned, { answer: id });
  }),
  ...echoOf(stage, reply, tell),
  ...changesOf(stage, reply, tell),
  ...acceptanceOf(stage, thread, reply, tell),
];

/** What others said of it: votes, "also helped" and comments; hardly anything once it is down. */
function echoOf(stage: Stage, reply: Reply, tell: Tell): Happening[] {
  const id = () => posted(stage.answers, reply);
  const { up = [], comments = [], after: from, removed } = reply;
  const [down, alsoHelped] = removed ? [[], []] : [reply.down ?? [], reply.alsoHelped ?? []];
  return [
    ...spread(removed ? [] : up, from + 20, (at, who) =>
      tell(at, who, (work) => voteOnAnswer(work, id(), 1)),
    ),
    ...spread(down, from + 31, (at, who) => tell(at, who, (work) => voteOnAnswer(work, id(), -1))),
    ...spread(alsoHelped, from + 90, (at, who) =>
      tell(at, who, (work) => sayAlsoHelped(work, id())),
    ),
    ...comments.map(({ by, after, body }) =>
      tell(after, by, (work) => postComment(work, stage.markdown, { on: { answer: id() }, body })),
    ),
  ];
}

/** Its later version, and its end where staff took it down. */
function changesOf(stage: Stage, reply: Reply, tell: Tell): Happening[] {
  const id = () => posted(stage.answers, reply);
  const { edit, removed, by } = reply;
  const happenings: Happening[] = [];
  if (edit) {
    const { after, body, reason } = edit;
    const change = () => ({ answer: id(), body, reason, version: 1 });
    happenings.push(tell(after, by, (work) => editAnswer(work, stage.markdown, change())));
  }
  if (removed) {
    const { by: moderator, after, reason, note } = removed;
    happenings.push(
      tell(after, moderator, (work) => removePost(work, { answer: id() }, { reason, note })),
    );
  }
  return happenings;
}

/** Its acceptance, what a moderator made of that, and its withdrawal. */
function acceptanceOf(stage: Stage, thread: Thread, reply: Reply, tell: Tell): Happening[] {
  const id = () => posted(stage.answers, reply);
  const { accepted } = reply;
  if (!accepted) return [];
  const { after, withdrawnAfter } = accepted;
  const happenings = [
    tell(after, thread.by, (work) => acceptAnswer(work, id())),
    ...replayVerdict(stage, thread, reply, tell),
  ];
  if (withdrawnAfter !== undefined) {
    happenings.push(tell(withdrawnAfter, thread.by, (work) => withdrawAcceptanceOf(work, id())));
  }
  return happenings;
}
