import type { Page } from '../../../forum/question-list.ts';
import { parseSubject } from '../../../moderation/appeals/decisions.ts';
import type { findAppeal, ListedAppeal } from '../../../moderation/appeals/read-appeals.ts';
import type { History } from '../../../moderation/appeals/read-history.ts';
import { form, type Form } from '../../form-page.ts';
import type { FieldErrors, Typed } from '../../forms.ts';
import type { Formats } from '../../format.ts';
import { storedHtml } from '../../forum/stored-html.ts';
import type { Note } from '../../look/notes.ts';
import { type CaseList, casePager, caseTabs } from '../case-list.ts';
import type { CasePage } from '../case-page.ts';
import { chipOf, groundOf, MATTERS, matterPath, OVERTURNING } from './appeal-words.ts';
import { historySections } from './history-sections.ts';
import type { Matter } from './matter.ts';

type Listing = { state: 'waiting' | 'decided'; after: string | undefined };

/** What members appeal against. */
export const appealsPage = (page: Page<ListedAppeal>, { state, after }: Listing): CaseList => ({
  title: 'Appeals',
  lede: 'Whoever decided before, wrote or asked has no say: somebody else decides each of these.',
  tabs: caseTabs('/staff/appeals', state),
  rows: page.rows.map(({ id, subject, ground, member, made_at, decision, decider, plea }) => {
    const kind = parseSubject(subject)?.kind ?? 'removal';
    return {
      title: `${member}: ${MATTERS[kind].toLowerCase()}, ${groundOf(kind, ground).toLowerCase()}`,
      ...{ href: `/staff/appeals/${String(id)}`, at: made_at, chip: chipOf(decision) },
      lines: [plea, ...(decider === null ? [] : [`Decided by ${decider}.`])],
    };
  }),
  empty: { art: 'done', title: 'Nothing waits', text: 'Every appeal has been decided.' },
  pager: casePager('/staff/appeals', page, { after, state }),
});

type One = NonNullable<Awaited<ReturnType<typeof findAppeal>>>;
type Around = {
  history: History;
  matter: Matter;
  mayDecide: boolean;
  /** Whether the post can be opened where it stands: what is taken down, by moderators alone. */
  mayOpen: boolean;
  formats: Formats;
};

/** One appeal with all that went before, for whoever decides it. */
export function appealPage(
  one: One,
  around: Around,
  { errors, typed }: { errors: FieldErrors | undefined; typed: Typed },
): CasePage {
  const { appeal, against } = one;
  const drawn = around.mayDecide ? decisionForm(one, { errors, typed }) : undefined;
  const { body_html } = around.matter;
  return {
    title: `Appeal of ${appeal.member}`,
    back: { href: '/staff/appeals', label: 'Appeals' },
    errors: drawn?.errors ?? [],
    notes: notesOf(one, around.mayDecide),
    written:
      body_html === undefined
        ? undefined
        : {
            ...{ author: appeal.member, body: storedHtml(body_html) },
            ...{
              href: around.mayOpen ? matterPath(against) : undefined,
              label: 'See it in its place',
            },
          },
    sections: historySections(one, around),
    ...{ form: drawn, formTitle: 'Your decision' },
  };
}

function notesOf({ appeal, against }: One, mayDecide: boolean): Note[] {
  const plea: Note = { kind: 'info', lead: `${appeal.member} says:`, text: appeal.plea };
  if (appeal.decision !== null) {
    const text = [appeal.reason, appeal.note].filter(Boolean).join(' ');
    const lead = `${appeal.decider ?? 'A colleague'} has ${appeal.decision} it.`;
    return [plea, { kind: 'staff', lead, text }];
  }
  if (!mayDecide) {
    const text = 'You decided, wrote or asked here before.';
    return [plea, { kind: 'staff', lead: 'Somebody else decides this one.', text }];
  }
  const lead = 'If you overturn it:';
  return [plea, { kind: 'warn', lead, text: OVERTURNING[against.kind] }];
}

const decisionForm = (
  { appeal }: One,
  { errors, typed }: { errors: FieldErrors | undefined; typed: Typed },
): Form =>
  form(
    {
      ...{ action: `/staff/appeals/${String(appeal.id)}/decision`, submit: 'Decide' },
      fields: [
        {
          ...{ name: 'decision', label: 'Does the decision stand?', kind: 'choices' },
          options: [
            { value: 'uphold', label: 'It stands' },
            { value: 'overturn', label: 'Overturn it', hint: 'Counted against the rule.' },
          ],
        },
        {
          ...{ name: 'reason', label: 'Why', kind: 'long' },
          hint: `${appeal.member} reads this, word for word.`,
        },
        {
          ...{ name: 'note', label: 'Note for colleagues', kind: 'long', optional: true },
          hint: 'Stays in our log.',
        },
      ],
    },
    errors,
    typed,
  );
