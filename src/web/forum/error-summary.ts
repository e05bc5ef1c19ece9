import type { FieldErrors } from '../forms.ts';
import type { ErrorSummary } from '../look/notes.ts';

/** What is wrong with a form whose controls have the names of their fields as ids. */
export const errorSummary = (errors: FieldErrors): ErrorSummary => ({
  errors: Object.entries(errors).map(([field, message]) => ({ field, message })),
});
