import type { PostRef } from '../../../forum/posts.ts';
import type { QuestionRow } from '../../../forum/rows.ts';
import type { RemovalCase } from '../../../moderation/posts/read-removal.ts';
import type { RewardRow } from '../../../rewards/rows.ts';
import type { FieldErrors, Typed } from '../../forms.ts';
import type { Formats } from '../../format.ts';
import { form, type Form } from '../../form-page.ts';
import { answerPath, commentPath, questionPath } from '../../forum/paths.ts';
import { storedHtml } from '../../forum/stored-html.ts';
import { REMOVED_BECAUSE } from '../../forum/words.ts';
import type { Html } from '../../html.ts';
import type { Note } from '../../look/notes.ts';
import { restoringWords, takingDownWords } from './removal-words.ts';

/** A post that is to be taken down, or put back, and what follows from that. */
export type RemovalPage = {
  title: string;
  author: string;
  written: Html;
  /** What will happen, before it happens. */
  effect: Note;
  form: Form;
  back: string;
};

type Needs = {
  ref: PostRef;
  reward: RewardRow | undefined;
  formats: Formats;
  errors?: FieldErrors | undefined;
  typed?: Typed | undefined;
};

export function removalPage(found: RemovalCase, needs: Needs): RemovalPage {
  const { ref, errors, typed } = needs;
  const { post, question, author, removal } = found;
  const kind = kindOf(ref);
  const words = removal ? restoringWords(found, kind) : takingDownWords(kind, needs);
  return {
    title: removal ? `Put this ${kind} back` : `Remove this ${kind}`,
    author,
    written: storedHtml(post.body_html),
    effect: { kind: removal ? 'info' : 'warn', ...words },
    form: form(removal ? restoring(ref) : removing(ref), errors, typed),
    back: postPath(ref, question),
  };
}

/** The address of a post's removal, or of its restoration. */
export const removalHref = (ref: PostRef, what: 'removal' | 'restoration') =>
  `/${kindOf(ref).charAt(0)}/${String(Object.values(ref)[0])}/${what}`;

/** Where a post is read. */
export function postPath(ref: PostRef, question: Pick<QuestionRow, 'id' | 'slug'>): string {
  if ('answer' in ref) return answerPath(question, ref.answer);
  return 'comment' in ref ? commentPath(question, ref.comment) : questionPath(question);
}

const kindOf = (ref: PostRef) =>
  'question' in ref ? 'question' : 'answer' in ref ? 'answer' : 'comment';

const removing = (ref: PostRef): Parameters<typeof form>[0] => ({
  action: removalHref(ref, 'removal'),
  submit: `Remove this ${kindOf(ref)}`,
  fields: [
    {
      ...{ name: 'reason', label: 'Why it goes', kind: 'choices' },
      hint: 'Everybody reads this where the post was.',
      options: Object.entries(REMOVED_BECAUSE).map(([value, label]) => ({ value, label })),
    },
    {
      ...{ name: 'note', label: 'Note to whoever wrote it', kind: 'long', optional: true },
      hint: 'Only they and our team read it.',
    },
  ],
});

const restoring = (ref: PostRef): Parameters<typeof form>[0] => ({
  action: removalHref(ref, 'restoration'),
  submit: `Put this ${kindOf(ref)} back`,
  fields: [
    {
      ...{ name: 'note', label: 'Why it comes back', kind: 'long' },
      hint: 'It stays in our own log.',
    },
  ],
});
