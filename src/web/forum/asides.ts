/** Beside a page: where to ask. */
export type AskLink = { href: string };

/** What an accepted answer earns now, in minor units. */
export type Worth = { worth: bigint };

/** What asks something like the question of the page. */
export type Related = {
  related: readonly { href: string; title: string; solved: boolean; answers: number }[];
};

/** What makes a good question. */
export type Tips = { tips: readonly string[] };

export const ASK_TIPS: Tips['tips'] = [
  'Say which phone you have and what’s on the screen',
  'List what you’ve already tried',
  'Give the first half of your postcode for signal problems',
];

/** How to say what one searches for. */
export type SearchHelp = { operators: readonly { write: readonly string[]; finds: string }[] };

export const SEARCH_OPERATORS: SearchHelp['operators'] = [
  { write: ['"no signal"'], finds: 'These words side by side' },
  { write: ['router -hub'], finds: 'Nothing with that word' },
  { write: ['[roaming]'], finds: 'One topic' },
  { write: ['solved:yes', 'solved:no'], finds: 'What is solved, or what isn’t' },
  { write: ['user:name'], finds: 'What somebody asked or answered' },
];
