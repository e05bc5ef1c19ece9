import { VARIABLES } from '../../../handoff/canned/fill.ts';
import type { CannedReply } from '../../../handoff/canned/read-replies.ts';
import { form, type Form } from '../../form-page.ts';
import type { FieldErrors, Typed } from '../../forms.ts';
import { withQuery } from '../../forum/paths.ts';

/** The texts that our team often sends in private. */
export type RepliesPage = {
  title: string;
  replies: readonly ReplyLine[];
  formTitle: string;
  form: Form;
};

export type ReplyLine = { title: string; body: string; editHref: string; dropAction: string };

type Needs = {
  /** The one that is being changed; undefined for a new one. */
  edited: CannedReply | undefined;
  errors?: FieldErrors | undefined;
  typed?: Typed | undefined;
};

export const REPLIES = '/staff/case-replies';

export function repliesPage(
  replies: readonly CannedReply[],
  { edited, errors, typed }: Needs,
): RepliesPage {
  const blank = {
    ...{ action: REPLIES, submit: edited ? 'Save it' : 'Add it' },
    fields: [
      { name: 'title', label: 'Title', value: edited?.title },
      {
        ...({ name: 'body', label: 'Text', kind: 'long', value: edited?.body } as const),
        hint: `${VARIABLES.map((name) => `{${name}}`).join(', ')}: the member, you, the subject.`,
      },
    ],
    hidden: { id: edited ? String(edited.id) : '' },
  };
  return {
    title: 'Canned replies',
    replies: replies.map(({ id, title, body }) => ({
      ...{ title, body, editHref: withQuery(REPLIES, { edit: String(id) }) },
      dropAction: `${REPLIES}/${String(id)}/drop`,
    })),
    formTitle: edited ? `Change “${edited.title}”` : 'A new one',
    form: form(blank, errors, typed),
  };
}
