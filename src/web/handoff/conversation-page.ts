import type { CaseHead, Message } from '../../handoff/read-case.ts';
import { canBeAnswered } from '../../handoff/reply.ts';
import type { CasePromiseRow } from '../../handoff/rows.ts';
import { form, type Form } from '../form-page.ts';
import type { FieldErrors, Typed } from '../forms.ts';
import { answerPath, questionPath } from '../forum/paths.ts';
import type { Note } from '../look/notes.ts';
import { clockOf, type Clock } from './clock.ts';
import { messageCard, type MessageCard } from './message-card.ts';
import { keyFor } from './request-key.ts';

/** A private conversation as its member reads it. */
export type ConversationPage = {
  title: string;
  clock: Clock;
  /** Who looks after it. */
  holder: string | undefined;
  thread: Thread | undefined;
  summary: Thread | undefined;
  messages: readonly MessageCard[];
  refused: Note | undefined;
  form: Form | undefined;
  /** What was typed where there is no form any more to keep it. */
  kept: string;
};

export type Thread = { href: string; title: string };

/** A reply that was refused: why, and what was typed. */
export type RefusedReply = { message: string; errors: FieldErrors; typed: Typed };

type Needs = { promise: CasePromiseRow; now: Date; refused?: RefusedReply | undefined };

export function conversationPage(
  { head, messages }: { head: CaseHead; messages: readonly Message[] },
  { promise, now, refused }: Needs,
): ConversationPage {
  const { errors = {}, typed = {} } = refused ?? {};
  const open = canBeAnswered(head, now, promise.reopen_days);
  return {
    title: head.subject,
    clock: clockOf(head, { side: 'member', now }),
    holder: head.holder ?? undefined,
    thread: threadOf(head),
    summary: head.summary
      ? { href: questionPath(head.summary), title: head.summary.title }
      : undefined,
    messages: messages.map((message) => messageCard(message)),
    refused: refused?.message ? { kind: 'warn', lead: refused.message, status: true } : undefined,
    form: open ? replyForm(head, promise, { errors, typed }) : undefined,
    kept: open ? '' : (typed.body ?? ''),
  };
}

/** The public thread of a case, as a link. */
export function threadOf({ thread }: Pick<CaseHead, 'thread'>): Thread | undefined {
  if (!thread) return undefined;
  const href = thread.answer_id ? answerPath(thread, thread.answer_id) : questionPath(thread);
  return { href, title: thread.title };
}

function replyForm(
  { id, state }: CaseHead,
  { reopen_days }: CasePromiseRow,
  { errors, typed }: Pick<RefusedReply, 'errors' | 'typed'>,
): Form {
  const again = `Reply within ${String(reopen_days)} days and this opens again.`;
  const hint = state === 'closed' ? again : 'Only you and our team can read it.';
  return form(
    {
      action: `/me/conversations/${String(id)}/messages`,
      submit: 'Send to the team',
      fields: [{ name: 'body', label: 'Your message', kind: 'long', hint }],
      hidden: { key: keyFor(typed) },
    },
    errors,
    typed,
  );
}
