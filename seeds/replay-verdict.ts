import { callAudit } from '../src/moderation/audits/call-audit.ts';
import { decideAudit } from '../src/moderation/audits/decide-audit.ts';
import { findWaitingAudit } from '../src/moderation/audits/find-audit.ts';
import type { Handle } from './community/people.ts';
import type { Reply, Thread, Verdict } from './community/shape.ts';
import { posted, type Stage, type Tell } from './stage.ts';
import type { Happening } from './timeline.ts';

/** Acceptances younger than this wait in the queue unless the script says what was decided. */
const QUEUE_MINUTES = 3 * 24 * 60;

/**
 * What a moderator decided. A verdict that the script tells is given whether or not the draw chose
 * the answer: then a moderator had called for it. What was drawn and has no verdict in the script
 * was passed some hours later, so that the queue holds the last days and no more.
 */
export function replayVerdict(stage: Stage, thread: Thread, reply: Reply, tell: Tell): Happening[] {
  const { accepted, audit } = reply;
  if (!accepted) return [];
  if (audit) return decide(stage, reply, audit, tell);
  const age = thread.daysAgo * 24 * 60 - accepted.after;
  if (accepted.withdrawnAfter !== undefined || age < QUEUE_MINUTES) return [];
  const by = thread.daysAgo % 2 === 0 ? 'Hannah' : 'Marcus';
  const after = accepted.after + 240 + ((thread.title.length * 7) % 480);
  return judge(stage, reply, { by, after, verdict: 'pass' }, tell);
}

/** In two steps, up to an hour apart: into the queue if it is not there, and out of it. */
const decide = (stage: Stage, reply: Reply, verdict: Verdict, tell: Tell): Happening[] => [
  tell(calledAfter(reply, verdict), verdict.by, async (work) => {
    const answerId = posted(stage.answers, reply);
    if (!(await findWaitingAudit(work.trx, answerId))) await callAudit(work, answerId);
  }),
  ...judge(stage, reply, verdict, tell),
];

const calledAfter = ({ accepted }: Reply, { after }: Verdict): number =>
  Math.min(after - 1, Math.max((accepted?.after ?? 0) + 1, after - 50));

/** Where two are to judge it, the other does so later, and says the same unless the script differs. */
const judge = (stage: Stage, reply: Reply, first: Verdict, tell: Tell): Happening[] => {
  const { by, after, otherwise } = first;
  const other = by === 'Hannah' ? 'Marcus' : 'Hannah';
  const second = { ...(otherwise ?? first), by: other, after: after + 170 } as const;
  return [say(stage, reply, first, tell), say(stage, reply, second, tell)];
};

/** Of what does not wait, because it was not drawn or is decided, nothing is said. */
const say = (stage: Stage, reply: Reply, told: Verdict, tell: Tell): Happening =>
  tell(told.after, told.by satisfies Handle, async (work) => {
    const waiting = await findWaitingAudit(work.trx, posted(stage.answers, reply));
    if (!waiting) return;
    const { verdict, reason = null, note = '', body } = told;
    const decision = { verdict, reason, note, version: waiting.answer_version };
    await decideAudit(work, stage.markdown, waiting.id, { ...decision, ...(body && { body }) });
  });
