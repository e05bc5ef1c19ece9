import type { MemberRow } from '../../members/rows.ts';
import type { TopicRow } from '../../forum/rows.ts';
import { mayRedact } from '../../handoff/permissions.ts';
import type { readCaseForStaff } from '../../handoff/read-case.ts';
import type { Contacts } from '../../handoff/read-contacts.ts';
import type { CannedPicker } from '../canned/picker.ts';
import type { Form } from '../form-page.ts';
import type { FieldErrors, Typed } from '../forms.ts';
import { byline, type Byline } from '../forum/byline.ts';
import { questionPath } from '../forum/paths.ts';
import type { PersonalNotice } from '../forum/personal-notice.ts';
import type { ErrorSummary, Note } from '../look/notes.ts';
import { filePath } from '../moderation/member-file/file-path.ts';
import { staffForms } from './case-actions.ts';
import { casePath } from './cases-page.ts';
import { recordOf, type RecordLine } from './case-record.ts';
import { clockOf, type Clock } from './clock.ts';
import { threadOf, type Thread } from './conversation-page.ts';
import { messageCard, type MessageCard } from './message-card.ts';

/** A private case as our people read it. */
export type CasePage = {
  title: string;
  member: Byline;
  fileHref: string;
  clock: Clock;
  origin: string;
  holder: string;
  thread: Thread | undefined;
  summary: Thread | undefined;
  messages: readonly MessageCard[];
  refused: Note | undefined;
  errors: ErrorSummary['errors'];
  reply: ReplyForm;
  handling: readonly Handling[];
  personal: PersonalNotice | undefined;
  record: readonly RecordLine[];
  earlier: readonly Earlier[];
};

/** Where our people reply, with the texts that they can put in. */
export type ReplyForm = { form: Form; canned: CannedPicker | undefined };

/** Something that can be done with it; `open` where it was tried and refused. */
export type Handling = { id: string; label: string; lead: string; form: Form; open: boolean };

/** One of them, and what looks personal in it where it was refused for that. */
export type HandlingPart = { handling: Handling; personal: PersonalNotice | undefined };

/** What the member has asked before. */
export type Earlier = { href: string; title: string; note: string; at: Date };

export type CaseFormName = 'reply' | 'note' | 'assign' | 'hand-over' | 'close' | 'summary';

/** A form that was refused: which, why, and what was typed. */
export type RefusedForm = {
  form: CaseFormName;
  message: string;
  errors: FieldErrors;
  typed: Typed;
  personal?: PersonalNotice | undefined;
};

export type CaseRead = Awaited<ReturnType<typeof readCaseForStaff>> & {
  contacts: Contacts;
  colleagues: readonly MemberRow[];
  topics: readonly TopicRow[];
  canned: CannedPicker | undefined;
};

export type CaseView = {
  viewer: MemberRow;
  now: Date;
  refused?: RefusedForm | undefined;
};

export function casePage(read: CaseRead, view: CaseView): CasePage {
  const { head, messages } = read;
  const { refused, viewer, now } = view;
  const redacts = mayRedact(viewer, head) ? head.id : undefined;
  const { reply, handling } = staffForms(read, view);
  return {
    title: head.subject,
    member: byline(head.member),
    fileHref: filePath(head.member),
    clock: clockOf(head, { side: 'staff', now }),
    origin: ORIGINS[head.origin],
    holder: head.holder ?? 'nobody yet',
    thread: threadOf(head),
    summary: head.summary
      ? { href: questionPath(head.summary), title: head.summary.title }
      : undefined,
    messages: messages.map((message) => messageCard(message, redacts)),
    refused: refused?.message ? { kind: 'warn', lead: refused.message, status: true } : undefined,
    errors: [reply, ...handling.map(({ form }) => form)].flatMap(({ errors }) => errors),
    reply: { form: reply, canned: read.canned },
    ...{ handling, personal: refused?.personal },
    record: recordOf(read),
    earlier: earlierOf(read.contacts),
  };
}

const ORIGINS = {
  asked: 'Asked in private',
  'turned-away': 'Sent to us because it looked personal',
  desk: 'Begun by us',
} as const;

const STATES = {
  ...{ 'waiting-for-staff': 'waiting for us', 'waiting-for-member': 'waiting for them' },
  ...{ closed: 'closed', open: 'open', solved: 'solved', 'no-single-answer': 'solved' },
} as const;

function earlierOf({ cases, questions }: Contacts): Earlier[] {
  const inPrivate = cases.map((one) => ({
    ...{ href: casePath(one), title: one.subject, at: one.opened_at },
    note: `In private, ${STATES[one.state]}`,
  }));
  const inPublic = questions.map((question) => ({
    ...{ href: questionPath(question), title: question.title, at: question.asked_at },
    note: `In public, ${STATES[question.state]}`,
  }));
  return [...inPrivate, ...inPublic].sort((one, other) => other.at.getTime() - one.at.getTime());
}
