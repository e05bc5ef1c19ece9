import type { Form } from '../form-page.ts';
import type { Html } from '../html.ts';
import type { ErrorSummary, Note } from '../look/notes.ts';

/** Something that a person decides: what it is about, all that is known, and the decision. */
export type CasePage = {
  title: string;
  back: { href: string; label: string };
  errors: ErrorSummary['errors'];
  notes: readonly Note[];
  /** The post; undefined where there is none or it is nobody's to read here. */
  written: Written | undefined;
  sections: readonly Section[];
  /** Undefined for whoever may not decide, and once it is decided. */
  form: Form | undefined;
  /** What stands over it. */
  formTitle: string;
};

export type Written = {
  author: string;
  /** Where it stands, for whoever can open that. */
  href: string | undefined;
  label: string;
  body: Html;
};

/** What is known of one kind, each with its instant. */
export type Section = { id: string; title: string; lines: readonly CaseLine[] };

export type CaseLine = { at: Date; lead: string; text: string | undefined };
