import type { FieldErrors, Typed } from './forms.ts';
import type { ErrorSummary } from './look/notes.ts';

/** One question of a form. */
export type Field = {
  /** What it is posted as. */
  name: string;
  label: string;
  kind?: 'text' | 'email' | 'password' | 'tel' | 'search' | 'long' | 'select' | 'choices';
  value?: string | undefined;
  hint?: string | undefined;
  autocomplete?: string | undefined;
  optional?: boolean | undefined;
  /** Of a select or of choices. */
  options?: readonly FieldOption[] | undefined;
};

export type FieldOption = { value: string; label: string; hint?: string | undefined };

/** A question as it is drawn, with what was typed and what is wrong with it. */
export type DrawnField = Required<Pick<Field, 'name' | 'label' | 'kind'>> & {
  id: string;
  value: string;
  error: string | undefined;
  hint: string | undefined;
  autocomplete: string | undefined;
  optional: boolean;
  /** The ids of what explains it, for those who hear the page. */
  describedBy: string | undefined;
  options: readonly (FieldOption & { id: string; chosen: boolean })[];
};

export type Form = {
  action: string;
  submit: string;
  fields: readonly DrawnField[];
  hidden: readonly { name: string; value: string }[];
  errors: ErrorSummary['errors'];
  /** Whether the button stands for the main thing one does on the page. */
  primary: boolean;
};

type Blank = {
  action: string;
  submit: string;
  fields: readonly Field[];
  hidden?: Readonly<Record<string, string>>;
  primary?: boolean;
  /** Where a page has several forms: put before the ids of its fields. */
  id?: string;
};

/** A form with what was typed in it and what is wrong with that. Passwords are never shown again. */
export function form(blank: Blank, errors: FieldErrors = {}, typed: Typed = {}): Form {
  const fields = blank.fields.map((field) => drawn(field, blank.id, errors, typed));
  const idOf = (name: string) => fields.find((field) => field.name === name)?.id;
  const first = fields[0]?.id ?? 'main';
  const inFull = (name: string, message: string) => {
    const isAlone = Object.values(errors).filter((other) => other === message).length === 1;
    const label = fields.find((field) => field.name === name)?.label;
    return isAlone || label === undefined ? message : `${label}: ${message}`;
  };
  const placeOf = (id: string) => fields.findIndex((field) => field.id === id);
  return {
    action: blank.action,
    submit: blank.submit,
    primary: blank.primary ?? true,
    fields,
    hidden: Object.entries(blank.hidden ?? {}).map(([name, value]) => ({ name, value })),
    errors: Object.entries(errors)
      .map(([name, message]) => ({ field: idOf(name) ?? first, message: inFull(name, message) }))
      .sort((one, other) => placeOf(one.field) - placeOf(other.field)),
  };
}

function drawn(field: Field, prefix: string | undefined, errors: FieldErrors, typed: Typed) {
  const { name, kind = 'text', hint } = field;
  const id = prefix === undefined ? name : `${prefix}-${name}`;
  const error = errors[name];
  const value = kind === 'password' ? '' : (typed[name] ?? field.value ?? '');
  const describedBy = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ');
  return {
    ...{ id, name, kind, label: field.label, value, error, hint },
    autocomplete: field.autocomplete,
    optional: field.optional ?? false,
    describedBy: describedBy || undefined,
    options: (field.options ?? []).map((option, index) => ({
      ...option,
      id: index === 0 ? id : `${id}-${String(index)}`,
      chosen: option.value === value,
    })),
  };
}
