/** Who sent the mail that is replied to, as quotes of it name them. */
export type Sender = { name: string; host: string };

/**
 * Whether these words say who wrote what stands below them, as mail programs put it before a quote
 * in the languages that are known.
 */
export const isAttribution = (words: string): boolean =>
  isShort(words) && WROTE.some(({ pattern }) => pattern.test(inOneLine(words)));

/** The same in any other language: a date, an address and a colon. */
export const mayAttribute = (words: string): boolean =>
  isShort(words) &&
  ADDRESS.test(words) &&
  /\d/.test(words.replaceAll(new RegExp(ADDRESS, 'g'), ''));

/** Whether it also says that it was us, so that it counts where nothing is marked as a quote. */
export const namesUs = (words: string, { name, host }: Sender): boolean =>
  words.includes(name) || words.toLowerCase().includes(`@${host}`);

/** Characters: names and addresses can be long; a paragraph that ends in a colon is longer. */
const isShort = (words: string) => words.length <= 300;

const inOneLine = (words: string) => words.replaceAll(/\s+/g, ' ').trim();

const ADDRESS = /[^\s@<]{1,80}@[^\s@>]{3,120}/;

/**
 * By language, with the programs that write it so. Where the names of programs differ, Thunderbird
 * has “Am … schrieb X:” and Gmail “X schrieb am …:”.
 */
const WROTE: readonly { language: string; seenIn: string; pattern: RegExp }[] = [
  {
    ...{ language: 'en', seenIn: 'Gmail, Apple Mail, Thunderbird, Yahoo, K-9' },
    pattern: /^On .*\d.* (?:wrote|writes) ?:$/,
  },
  {
    ...{ language: 'de', seenIn: 'Gmail, Apple Mail, Thunderbird, GMX' },
    pattern: /^(?:Am|Von) .*\d.* schrieb .*:$|\S schrieb am .*\d.*:$/,
  },
  {
    ...{ language: 'fr', seenIn: 'Gmail, Apple Mail, Thunderbird' },
    pattern: /^Le .*\d.* a écrit ?:$/,
  },
  {
    ...{ language: 'es', seenIn: 'Gmail, Apple Mail, Thunderbird' },
    pattern: /^El .*\d.* escribió ?:$/,
  },
  {
    ...{ language: 'it', seenIn: 'Gmail, Apple Mail, Thunderbird' },
    pattern: /^Il .*\d.* ha scritto ?:$/,
  },
  {
    ...{ language: 'pt', seenIn: 'Gmail, Apple Mail' },
    pattern: /^(?:Em|A|No dia) .*\d.* escreveu ?:$/,
  },
  {
    ...{ language: 'nl', seenIn: 'Gmail, Apple Mail, Thunderbird' },
    pattern: /^Op .*\d.* (?:schreef .*|heeft .* geschreven) ?:$/,
  },
  {
    ...{ language: 'pl', seenIn: 'Gmail, Thunderbird' },
    pattern: /\S (?:napisał\(a\)|napisał|napisała|pisze) ?:$/,
  },
  { ...{ language: 'sv', seenIn: 'Gmail, Apple Mail' }, pattern: /^Den .*\d.* skrev .*:$/ },
  {
    ...{ language: 'da, nb', seenIn: 'Gmail, Apple Mail' },
    pattern: /\d.* (?:skrev .*|skrev) ?:$/,
  },
  { ...{ language: 'fi', seenIn: 'Gmail, Apple Mail' }, pattern: /\d.* kirjoitti .*:$/ },
  { ...{ language: 'cs', seenIn: 'Gmail, Seznam' }, pattern: /^Dne .*\d.* napsal.*:$/ },
  { ...{ language: 'tr', seenIn: 'Gmail' }, pattern: /\d.* (?:şunu yazdı|tarihinde .* yazdı) ?:$/ },
  {
    ...{ language: 'ru', seenIn: 'Gmail, Mail.ru, Yandex' },
    pattern: /\d.* (?:написал\(а\)|написал|написала|пишет) ?:/,
  },
  { ...{ language: 'uk', seenIn: 'Gmail' }, pattern: /\d.* пише ?:$/ },
  { ...{ language: 'ja', seenIn: 'Apple Mail' }, pattern: /\d.*のメール ?[:：]$/ },
  { ...{ language: 'zh', seenIn: 'Gmail, Apple Mail' }, pattern: /\d.*(?:写道|寫道|写到) ?[:：]$/ },
  { ...{ language: 'ko', seenIn: 'Gmail' }, pattern: /\d.*(?:작성|님이 작성) ?[:：]$/ },
];
