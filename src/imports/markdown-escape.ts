const ALWAYS = /[\\`*[\]]/g;
const UNDERSCORES = /(?<![\p{L}\p{N}_])_+|_+(?![\p{L}\p{N}_])/gu;
const START_OF_BLOCK = /^\s*(?=[=>|]|:(?:-|$)|[-+#](?:[-+#\s]|$))/;
const START_OF_NUMBERED_ITEM = /^\s*\d*(?=[.)](?:\s|$))/;

/** Stands where only the finished text tells whether an escape is needed: never in a text. */
const PERHAPS = '\uFDD0';

/** Goes before a code span, which would run into another one that ends just there. */
export const CODE_STARTS = '\uFDD1';

/**
 * A piece of plain text as Markdown that reads the same once rendered with HTML off.
 *
 * What is special only beside other pieces, or at the start of a line, is marked for
 * `settleEscapes`, so that nobody who edits the text finds a backslash before every full stop.
 */
export const escapeMarkdown = (text: string): string =>
  printable(text)
    .replace(ALWAYS, String.raw`\$&`)
    .replace(UNDERSCORES, (run) => run.replaceAll('_', String.raw`\_`))
    .replace(/[!&<~]/g, `${PERHAPS}$&`)
    .replace(START_OF_BLOCK, `$&${PERHAPS}`)
    .replace(START_OF_NUMBERED_ITEM, `$&${PERHAPS}`);

/** The finished text with the escapes it needs. */
export const settleEscapes = (markdown: string): string =>
  markdown
    .replace(/^((?:[\s>]|[-*] |\d+\. |#+ )*\d*)\uFDD0(?=[^!&<~])/gm, '$1\\')
    .replace(/\uFDD0(?=!\[|&#?\w+;|<\S|~\uFDD0?~)|(?<=~)\uFDD0(?=~)/g, '\\')
    .replace(/(?<=`)\uFDD1/g, ' ')
    .replaceAll(PERHAPS, '')
    .replaceAll(CODE_STARTS, '');

/** The text without what is none: control characters, lone surrogates and noncharacters. */
export const printable = (text: string): string =>
  text.replace(/[^\P{Cc}\t\n\r]|[\p{Surrogate}\p{Noncharacter_Code_Point}]/gu, '');
