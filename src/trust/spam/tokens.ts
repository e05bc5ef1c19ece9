import { foldedWords } from './fold.ts';
import { linksIn } from './links.ts';

/** What spam is learnt by: the words of a text, each once, its links and how many there are. */
export function tokensOf(text: string, siteUrl: string): string[] {
  const links = linksIn(text, siteUrl);
  const words = foldedWords(text.replaceAll(ADDRESS, ' ')).filter(isTelling);
  const signs = [
    ...links.map((host) => `link:${host}`.slice(0, 100)),
    ...(links.length > 0 ? ['has:link'] : []),
    ...(links.length > 2 ? ['has:many-links'] : []),
    ...(SHOUTED.test(text) ? ['has:shouting'] : []),
    ...(MONEY.test(text) ? ['has:money'] : []),
  ];
  return [...new Set([...words, ...signs])];
}

const isTelling = (word: string) => word.length >= 3 && word.length <= 30;
const ADDRESS = /https?:\/\/\S+/gi;
const SHOUTED = /(?:\b\p{Lu}{4,}\b.*){3}|!{3}/su;
const MONEY = /[£$€] ?\d{3,}|\d{3,} ?(?:usd|dollars|pounds)\b/i;
