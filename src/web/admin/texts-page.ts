import type { SiteTextRow } from '../../site/rows.ts';
import type { readTexts } from '../../site/texts.ts';
import { VARIABLES } from '../../site/variables.ts';
import { form, type Form } from '../form-page.ts';
import type { FieldErrors, Typed } from '../forms.ts';
import type { Note } from '../look/notes.ts';
import type { TextPage } from '../site/text-page.ts';

/** All of the operator's pages. */
export type TextsPage = { title: string; texts: Awaited<ReturnType<typeof readTexts>> };

export const textsPage = (texts: TextsPage['texts']): TextsPage => ({ title: 'Texts', texts });

/** What came of the last press of a button, if any. */
export type TextState = { errors?: FieldErrors; conflict?: string; preview?: TextPage };

/** One of the operator's pages, to be changed. */
export type EditTextPage = {
  title: string;
  slug: string;
  form: Form;
  preview: TextPage | undefined;
  note: Note | undefined;
  /** What another admin has written meanwhile. */
  theirs: string | undefined;
  variables: readonly { name: string; means: string }[];
};

export function editTextPage(
  text: SiteTextRow,
  { errors = {}, conflict, preview }: TextState,
  typed: Typed,
): EditTextPage {
  const stale = conflict !== undefined;
  const version = stale ? String(text.version) : (typed.version ?? String(text.version));
  const blank = {
    ...{ action: `/admin/texts/${text.slug}`, submit: 'Save', hidden: { version } },
    fields: [
      { name: 'title', label: 'Title', value: text.title },
      { name: 'body', label: 'Text', kind: 'long', value: text.body, hint: HINT } as const,
    ],
  };
  return {
    title: `Change “${text.title}”`,
    slug: text.slug,
    form: form(blank, errors, typed),
    preview,
    note: stale ? { kind: 'warn', lead: 'Not saved.', text: conflict, status: true } : undefined,
    theirs: stale ? text.body : undefined,
    variables: Object.entries(VARIABLES).map(([name, means]) => ({ name: `{{${name}}}`, means })),
  };
}

const HINT = 'Markdown. Begin headings with ##.';
