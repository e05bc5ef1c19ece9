import type { MemberRow } from '../../members/rows.ts';
import { form, type Field, type Form } from '../form-page.ts';
import type { Typed } from '../forms.ts';
import type { CaseFormName, CaseRead, CaseView, Handling } from './case-page.ts';
import { casePath } from './cases-page.ts';
import { keyFor } from './request-key.ts';

/** Everything that can be done with a case, each a form with what was typed in it. */
export function staffForms(
  read: CaseRead,
  view: CaseView,
): { reply: Form; handling: readonly Handling[] } {
  const { head } = read;
  const { name } = head.member;
  const draw = drawer(read, view);
  const fold: Fold = (id, label, lead, blank) => ({
    ...{ id, label, lead, form: draw(id, blank), open: view.refused?.form === id },
  });
  const reply = draw('reply', {
    ...{ path: 'messages', submit: `Send to ${name}`, fields: [replyField(name)] },
    ...{ hidden: { seen: seenIn(read) }, primary: true },
  });
  const note = fold('note', 'Note for the team', `${name} never sees it.`, {
    ...{ path: 'notes', submit: 'Keep the note' },
    fields: [{ name: 'body', label: 'Note', kind: 'long' }],
  });
  const closing = head.state === 'closed' ? [] : closingForms(read, fold);
  return { reply, handling: [note, ...givingForms(read, fold), ...closing] };
}

type Fold = (id: CaseFormName, label: string, lead: string, blank: Blank) => Handling;

function givingForms(read: CaseRead, fold: Fold): Handling[] {
  const { assigned_to } = read.head;
  const was = assigned_to === null ? '' : String(assigned_to);
  return [
    fold('assign', 'Give it to somebody', 'The first reply makes it yours by itself.', {
      ...{ path: 'assignment', submit: 'Give it', hidden: { was } },
      fields: [colleagueField(read, 'Nobody')],
    }),
    fold('hand-over', 'Hand it over', 'Your note is for the team alone.', {
      ...{ path: 'handover', submit: 'Hand it over', hidden: { was } },
      fields: [colleagueField(read), { name: 'note', label: 'What to know', kind: 'long' }],
    }),
  ];
}

function closingForms(read: CaseRead, fold: Fold): Handling[] {
  const hidden = { seen: seenIn(read) };
  return [
    fold('close', 'Close it', `${read.head.member.name} is told, and a reply opens it again.`, {
      ...{ path: 'closing', submit: 'Close without a summary', hidden, fields: [] },
    }),
    fold('summary', 'Close it and tell everybody', SUMMARY_LEAD, {
      ...{ path: 'summary', submit: 'Publish and close', hidden, fields: summaryFields(read) },
    }),
  ];
}

/** The last message on the page, for whoever answers to have read. */
function seenIn({ messages }: CaseRead): string {
  const last = messages.at(-1);
  return last ? String(last.id) : '';
}

type Blank = {
  path: string;
  submit: string;
  fields: readonly Field[];
  hidden?: Readonly<Record<string, string>>;
  primary?: boolean;
};

/** Draws a form of the case, with what was typed and what was wrong if it is the refused one. */
function drawer({ head }: CaseRead, { refused }: CaseView) {
  return (id: CaseFormName, { path, hidden = {}, primary = false, ...blank }: Blank): Form => {
    const again = refused?.form === id ? refused : undefined;
    const typed: Typed = again?.typed ?? {};
    return form(
      {
        ...{ ...blank, id, primary, action: `${casePath(head)}/${path}` },
        hidden: { ...hidden, key: keyFor(typed) },
      },
      again?.errors ?? {},
      typed,
    );
  };
}

const replyField = (name: string): Field => ({
  ...{ name: 'body', label: `Reply to ${name}`, kind: 'long' },
  hint: `Only ${name} and the team can read it. Our mail says that you wrote, not what.`,
});

const SUMMARY_LEAD = 'A question and an answer in your name, without whoever asked.';

function colleagueField({ colleagues, head }: CaseRead, nobody?: string): Field {
  const named = colleagues.filter(({ id }) => id !== head.member.id);
  return {
    ...{ name: 'to', label: 'Who', kind: 'select' },
    value: head.assigned_to === null ? '' : String(head.assigned_to),
    options: [
      { value: '', label: nobody ?? 'Choose somebody' },
      ...named.map(({ id, name, role }: MemberRow) => ({
        value: String(id),
        label: role === 'admin' ? `${name} (admin)` : name,
      })),
    ],
  };
}

const summaryFields = ({ topics, head }: CaseRead): Field[] => [
  { name: 'title', label: 'Question' },
  {
    ...{ name: 'topic', label: 'Topic', kind: 'select' },
    value: topics.find(({ id }) => id === head.topic_id)?.slug,
    options: [
      { value: '', label: 'Choose one' },
      ...topics.map(({ slug, name }) => ({ value: slug, label: name })),
    ],
  },
  { name: 'body', label: 'What was the matter', kind: 'long' },
  { name: 'answer', label: 'What helped', kind: 'long' },
];
