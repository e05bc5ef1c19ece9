import type { TopicRow } from '../../../forum/rows.ts';
import { form, type Form } from '../../form-page.ts';
import type { FieldErrors, Typed } from '../../forms.ts';
import type { ErrorSummary } from '../../look/notes.ts';

/** A form with a box for each topic, which no field of the common form is. */
export type TopicsForm = {
  action: string;
  errors: ErrorSummary['errors'];
  topics: readonly { id: string; label: string; chosen: boolean }[];
  topicsError: string | undefined;
  form: Form;
};

/** What was refused of such a form, and which boxes were ticked. */
export type RefusedTopics = { errors: FieldErrors; typed: Typed; topics: string[] };

export function topicsForm(
  blank: Parameters<typeof form>[0],
  {
    topics,
    chosen,
    refused,
  }: {
    topics: readonly Pick<TopicRow, 'id' | 'name'>[];
    chosen: readonly string[];
    refused?: RefusedTopics | undefined;
  },
): TopicsForm {
  const { 'topics[]': misread, topics: unfit, ...errors } = refused?.errors ?? {};
  const topicsError = misread ?? unfit;
  const drawn = form(blank, errors, refused?.typed);
  const wrong = topicsError === undefined ? [] : [{ field: 'topics', message: topicsError }];
  const ticked = refused?.topics ?? chosen;
  return {
    ...{ action: blank.action, form: drawn, errors: [...wrong, ...drawn.errors], topicsError },
    topics: topics.map(({ id, name }) => ({
      ...{ id: String(id), label: name, chosen: ticked.includes(String(id)) },
    })),
  };
}
