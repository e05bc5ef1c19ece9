import { SUGGESTIONS_A_DAY } from '../../../forum/duplicates/suggest-same.ts';
import type { QuestionRow } from '../../../forum/rows.ts';
import type { Match } from '../../../forum/similar/read-matches.ts';
import { form, type Field, type Form } from '../../form-page.ts';
import type { FieldErrors, Typed } from '../../forms.ts';
import { questionPath } from '../../forum/paths.ts';
import { answersOf, STATES } from './merge-page.ts';

/** Saying that a question asks what another does. */
export type SuggestPage = {
  title: string;
  question: string;
  lede: string;
  form: Form;
  back: string;
};

export function suggestPage(
  question: Pick<QuestionRow, 'id' | 'slug' | 'title'>,
  likely: readonly Match[],
  { errors, typed }: { errors: FieldErrors | undefined; typed: Typed },
): SuggestPage {
  const fields = [...(likely.length > 0 ? [choices(likely)] : []), ADDRESS];
  return {
    ...{ title: 'Does another question ask the same?', question: question.title },
    lede: `Our team looks at it, and tells you if it puts them together. You can suggest ${String(SUGGESTIONS_A_DAY)} a day.`,
    form: form(
      { action: `/q/${String(question.id)}/same`, submit: 'Suggest it', fields },
      errors,
      typed,
    ),
    back: questionPath(question),
  };
}

const choices = (likely: readonly Match[]): Field => ({
  ...{ name: 'other', label: 'Which one?', kind: 'choices', optional: true },
  options: likely.map(({ id, title, state, answer_count }) => ({
    ...{ value: String(id), label: title },
    hint: `${STATES[state]} · ${answersOf({ answer_count })}`,
  })),
});

const ADDRESS: Field = {
  ...{ name: 'address', label: 'Address of another', optional: true },
  hint: 'As it stands in the browser, such as /q/123.',
};
