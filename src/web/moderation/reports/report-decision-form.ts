import type { FullCase } from '../../../moderation/reports/read-reports.ts';
import type { nextStep } from '../../../moderation/sanctions/ladder.ts';
import type { readTexts } from '../../../moderation/sanctions/texts.ts';
import { form, type Form } from '../../form-page.ts';
import type { FieldErrors, Typed } from '../../forms.ts';
import { REMOVED_BECAUSE } from '../../forum/words.ts';
import { KIND_NAMES } from '../sanctions/sanction-words.ts';
import type { CasePost } from './case-post.ts';

type Needs = {
  post: CasePost | undefined;
  texts: Awaited<ReturnType<typeof readTexts>>;
  next: ReturnType<typeof nextStep>;
};

/** What can be done about a report, and why. */
export const decisionForm = (
  { id }: FullCase,
  { post, texts, next }: Needs,
  { errors, typed }: { errors: FieldErrors | undefined; typed: Typed },
): Form =>
  form(
    {
      ...{ action: `/staff/reports/${String(id)}/decision`, submit: 'Decide' },
      fields: [
        { name: 'decision', label: 'What is to be done', kind: 'choices', options: acts(post) },
        {
          ...{ name: 'reason', label: 'Why it goes, if you remove it', kind: 'select' },
          options: [NONE, ...Object.entries(REMOVED_BECAUSE).map(optionOf)],
        },
        {
          ...{ name: 'warning', label: 'What a warning is about', kind: 'select' },
          hint: `The next step for them would be: ${KIND_NAMES[next.kind].toLowerCase()}.`,
          options: [NONE, ...texts.map(({ slug, label }) => ({ value: slug, label }))],
        },
        {
          ...{ name: 'abusive', label: 'If you leave it', kind: 'select' },
          options: [
            { value: '', label: 'It was reported in good faith' },
            { value: '1', label: 'It was reported to annoy' },
          ],
        },
        {
          ...{ name: 'note', label: 'Note', kind: 'long', optional: true },
          hint: 'Goes to the author where something is done, and stays in our log.',
        },
      ],
    },
    errors,
    typed,
  );

const acts = (post: CasePost | undefined) => [
  ...(post ? [{ value: 'remove', label: 'Remove it', hint: 'Its reward goes with it.' }] : []),
  ...(post?.maskable ? [{ value: 'mask', label: 'Mask what is personal in it' }] : []),
  { value: 'warn', label: 'Leave it, and warn whoever wrote it' },
  { value: 'dismiss', label: 'Leave it as it is', hint: 'Its author never hears of it.' },
];

const NONE = { value: '', label: 'Choose' };

const optionOf = ([value, label]: [string, string]) => ({ value, label });
