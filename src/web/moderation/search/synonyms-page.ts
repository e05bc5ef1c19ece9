import { LONGEST, MOST_TERMS } from '../../../forum/search/edit-synonyms.ts';
import type { SynonymGroup } from '../../../forum/search/read-synonyms.ts';
import { form, type Form } from '../../form-page.ts';
import type { FieldErrors, Typed } from '../../forms.ts';
import { withQuery } from '../../forum/paths.ts';

export const SYNONYMS = '/staff/synonyms';

/** The words that search takes for one another, and a way to change them. */
export type SynonymsPage = {
  title: string;
  groups: readonly { words: string; editHref: string; dropAction: string }[];
  formTitle: string;
  form: Form;
};

type Needs = {
  /** The one that is being changed; undefined for a new one. */
  edited: SynonymGroup | undefined;
  /** What a link has put in, such as that of a search that found nothing. */
  words: string | undefined;
  errors: FieldErrors | undefined;
  typed: Typed | undefined;
};

export function synonymsPage(groups: readonly SynonymGroup[], needs: Needs): SynonymsPage {
  const { edited, words = '', errors, typed } = needs;
  const value = edited ? edited.terms.join('\n') : words && `${words}\n`;
  return {
    title: 'Synonyms',
    groups: groups.map(({ id, terms }) => ({
      words: terms.join(' = '),
      editHref: withQuery(SYNONYMS, { edit: String(id) }),
      dropAction: `${SYNONYMS}/${String(id)}/drop`,
    })),
    formTitle: edited ? `Change “${edited.terms[0] ?? ''}”` : 'A new group',
    form: form(
      {
        ...{ action: SYNONYMS, submit: edited ? 'Save it' : 'Add it' },
        fields: [{ name: 'terms', label: 'Words that mean the same', kind: 'long', hint, value }],
        hidden: { id: edited ? String(edited.id) : '' },
      },
      errors,
      typed,
    ),
  };
}

const hint = `One a line, up to ${String(MOST_TERMS)} of them and ${String(LONGEST)} characters each. Several words are taken side by side. Endings and hyphens make no difference.`;
