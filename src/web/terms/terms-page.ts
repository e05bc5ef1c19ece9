import type { Field, Form } from '../form-page.ts';
import { form } from '../form-page.ts';
import type { FieldErrors, Typed } from '../forms.ts';
import type { Tabs } from '../forum/tabs.ts';
import type { TermField } from './term-fields.ts';

/** Terms that staff set, in a form, with who set them last and every change before. */
export type TermsPage = {
  title: string;
  lede: string;
  tabs: Tabs | undefined;
  form: Form;
  history: readonly { version: number; at: Date; by: string; reason: string }[];
};

/** What the form says and asks; its address is the page's own. */
export type TermsForm<Values extends object> = {
  path: string;
  title: string;
  lede: string;
  submit: string;
  tabs?: Tabs;
  fields: { readonly [Name in keyof Values]: TermField<Values[Name]> };
};

export type VersionOf<Values> = Values & {
  version: number;
  changed_at: Date;
  actor: string | null;
  reason: string;
};

/** The newest version is the one in force, and what the form begins with. */
export function termsPage<Values extends object>(
  { path, title, lede, submit, tabs, fields }: TermsForm<Values>,
  history: readonly VersionOf<Values>[],
  errors?: FieldErrors,
  typed?: Typed,
): TermsPage {
  const [now] = history;
  const names = Object.keys(fields) as (keyof Values & string)[];
  const asked = names.map((name): Field => {
    const { shown, label, hint, kind = 'text', options } = fields[name];
    return { name, label, hint, kind, options: options ?? [], value: now && shown(now[name]) };
  });
  const why: Field = {
    name: 'reason',
    label: 'Why they change',
    kind: 'long',
    hint: 'It is kept.',
  };
  const hidden = { version: String(now?.version ?? 0) };
  return {
    ...{ title, lede, tabs },
    form: form({ action: path, submit, fields: [...asked, why], hidden }, errors, typed),
    history: history.map(({ version, changed_at, actor, reason }) => ({
      ...{ version, reason, at: changed_at, by: actor ?? 'As delivered' },
    })),
  };
}
