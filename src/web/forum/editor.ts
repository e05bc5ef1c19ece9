import type { MemberRow } from '../../members/rows.ts';
import type { FieldErrors, Typed } from '../forms.ts';
import type { DraftButton } from './drafts/draft-form.ts';

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
  /** Where pictures are put in; undefined where they cannot be. */
  pictures: PictureField | undefined;
  /** The thread whose people are offered first, as a number, '' before there is one; undefined where nobody can be mentioned. */
  thread: string | undefined;
  /** Whether the page has the scripts of the toolbar. */
  tools: boolean;
  submit: string;
  /** For members, where it is kept before it is posted. */
  draft?: DraftButton | undefined;
};

/** A file for the text, and what it shows. */
export type PictureField = {
  action: string;
  alt: string;
  error: string | undefined;
  altError: string | undefined;
};

/** The scripts of a page with an editor; it works without. Only members upload pictures. */
export const editorScripts = (viewer: Pick<MemberRow, 'id'> | undefined): string[] => [
  ...['editor.js', 'editor-mentions.js', 'send.js'],
  ...(viewer ? ['editor-pictures.js'] : []),
];

/** The field for pictures in a form of that address, for whoever has signed in. */
export const pictureField = (
  action: string,
  viewer: Pick<MemberRow, 'id'> | undefined,
  { errors = {}, typed = {} }: { errors?: FieldErrors; typed?: Typed } = {},
): PictureField | undefined =>
  viewer && {
    action: `${action}/picture`,
    alt: typed.alt ?? '',
    ...{ error: errors.picture, altError: errors.alt },
  };
