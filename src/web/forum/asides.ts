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
