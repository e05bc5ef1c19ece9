/** A text of Markdown as it is read: without invisible marks, its digits and dashes as in ASCII. */
export type Readable = {
  text: string;
  /** The same with every web address blotted out, letter by letter. */
  prose: string;
  /** Where in the source a part of `text` begins that begins at this index. */
  startOf: (index: number) => number;
  /** Where in the source a part of `text` ends that ends before this index. */
  endOf: (index: number) => number;
};

/** Reads a text as a person would, and remembers where everything came from. */
export function readableOf(source: string): Readable {
  const starts: number[] = [];
  const ends: number[] = [];
  let text = '';
  for (const { 0: typed, index } of source.matchAll(TYPED)) {
    const read = readAs(typed);
    text += read;
    // Read as it is typed, every character has its place; else one stands for all that was typed.
    const width = typed.length === read.length ? 1 : typed.length;
    for (let count = 0; count < read.length; count += 1) {
      starts.push(index + count);
      ends.push(index + count + width);
    }
  }
  return {
    text,
    prose: text.replaceAll(WEB_ADDRESS, (address) => BLOT.repeat(address.length)),
    startOf: (index) => starts[index] ?? source.length,
    endOf: (index) => ends[index - 1] ?? source.length,
  };
}

/** A reference, an escape, or one character of any other kind, which may be one of a pair. */
const TYPED = /&#x?[0-9a-f]{1,7};|&[a-z]{2,8};|\\[!-/:-@[-`{-~]|[\s\S]/gi;

/** Addresses that ring somebody up, or write to them, are not among them. */
const WEB_ADDRESS =
  /(?:https?:\/\/|www\.)(?!(?:www\.)?wa\.me\/|(?:api\.|web\.)?whatsapp\.com\/)[^\s<>()"'`\]]+/gi;

const BLOT = '\u0001';

function readAs(typed: string): string {
  if (typed.length === 1) return characterAs(typed);
  if (typed.startsWith('\\')) return typed.slice(1);
  return characterAs(referenceAs(typed));
}

function characterAs(character: string): string {
  if (character.length === 1 && character < '\u0080') return character;
  if (INVISIBLE.test(character)) return '';
  if (DIGIT.test(character)) return String(character.charCodeAt(0) & 0xf);
  if (SPACE.test(character)) return ' ';
  return DASH.test(character) ? '-' : (LOOK_ALIKES[character] ?? character);
}

function referenceAs(reference: string): string {
  const [, x, number] = /^&#(x?)([0-9a-f]+);$/i.exec(reference) ?? [];
  if (number === undefined) return NAMED[reference.toLowerCase()] ?? reference;
  const code = Number.parseInt(number, x === '' ? 10 : 16);
  return code > 0 && code < 0x10000 ? String.fromCharCode(code) : reference;
}

/** Marks without a width, such as those that make a key of a digit. */
const INVISIBLE = /^(?:[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]|\ufe0f|\u20e3)$/;
/** Arabic-Indic and full-width: their last four bits are their value. */
const DIGIT = /^[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]$/;
const SPACE = /^[\u00a0\u2000-\u200a\u202f\u205f\u3000]$/;
const DASH = /^[\u2010-\u2015\u2212\ufe58\uff0d]$/;
const LOOK_ALIKES: Record<string, string> = {
  '＠': '@',
  '＋': '+',
  '．': '.',
  '（': '(',
  '）': ')',
};

const NAMED: Record<string, string> = {
  ...{ '&commat;': '@', '&period;': '.', '&plus;': '+', '&nbsp;': ' ', '&lpar;': '(' },
  ...{ '&rpar;': ')', '&hyphen;': '-', '&dash;': '-', '&ndash;': '-', '&amp;': '&' },
};
