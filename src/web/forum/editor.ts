/** A field for Markdown, with the ways to send it. */
export type Editor = {
  label: string;
  /** Whether the label is only read aloud, because a heading says the same. */
  quiet: boolean;
  hint: string | undefined;
  placeholder: string;
  value: string;
  error: string | undefined;
  /** In characters. */
  max: number;
  /** Where a preview is drawn. */
  preview: string | undefined;
  submit: string;
};
