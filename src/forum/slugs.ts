/** The readable end of a question's address: ASCII, at most 60 characters, never empty. */
export function slugOf(title: string): string {
  const words = title
    .normalize('NFKD')
    .replace(/\p{Mark}|['’]/gu, '')
    .toLowerCase()
    .replace(/£/g, ' pounds ')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '');
  const slug = cutBetweenWords(words).replace(/-+$/, '') || 'question';
  return isTaken(slug) ? `${slug}-question` : slug;
}

/** Whether a page of every question stands at this address, where others have the slug. */
export const isTaken = (slug: string) => TAKEN.has(slug);

const TAKEN = new Set([
  ...['edit', 'history', 'removal', 'restoration', 'objection', 'live'],
  ...['merge', 'split', 'move', 'lock', 'pin', 'unpin', 'thread', 'same'],
]);
const LONGEST = 60;

function cutBetweenWords(words: string): string {
  if (words.length <= LONGEST) return words;
  const end = words.lastIndexOf('-', LONGEST);
  return words.slice(0, end > 0 ? end : LONGEST);
}
