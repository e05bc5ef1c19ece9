/** One thing to look for: a word, or a phrase whose words stand side by side. */
export type Term = { text: string; phrase: boolean };

/** What somebody typed into the search field, taken apart. */
export type Query = {
  terms: readonly Term[];
  without: readonly string[];
  /** As typed in [brackets]: a topic's name or the end of its address. */
  topic: string | undefined;
  solved: boolean | undefined;
  user: string | undefined;
  /** What was typed but for operators and quotation marks: the beginning of a question. */
  plain: string;
};

/** As much of a search as is read, in characters and in words. */
const LONGEST = 500;
const MOST_TERMS = 16;

/** Any text is a query, however odd. An operator that is given twice counts as it was given last. */
export function parseQuery(typed: string): Query {
  const query = {
    terms: [] as Term[],
    without: [] as string[],
    topic: undefined as string | undefined,
    solved: undefined as boolean | undefined,
    user: undefined as string | undefined,
  };
  const plain: string[] = [];
  for (const { groups = {} } of typed.slice(0, LONGEST).matchAll(TOKENS)) {
    const { topic, solved, user, minus, phrase, word } = groups;
    const text = (phrase ?? word ?? '').trim();
    if (topic !== undefined) query.topic = topic.trim();
    else if (solved !== undefined) query.solved = solved.toLowerCase() === 'yes';
    else if (user !== undefined) query.user = user;
    else if (minus) query.without.push(text);
    else {
      plain.push(text);
      query.terms.push({ text, phrase: phrase !== undefined });
    }
  }
  return {
    ...query,
    plain: plain.filter(Boolean).join(' '),
    terms: query.terms.filter(({ text }) => SAYS_SOMETHING.test(text)).slice(0, MOST_TERMS),
    without: query.without.filter((text) => SAYS_SOMETHING.test(text)).slice(0, MOST_TERMS),
  };
}

/** A query as it could have been typed, without the operators that links on the page stand for. */
export const queryText = ({ terms, without, user }: Query): string =>
  [
    ...terms.map(({ text, phrase }) => (phrase ? `"${text}"` : text)),
    ...without.map((text) => (text.includes(' ') ? `-"${text}"` : `-${text}`)),
    ...(user === undefined ? [] : [`user:${user}`]),
  ].join(' ');

const TOKENS =
  /\[(?<topic>[^\][]+)\]|\bsolved:(?<solved>yes|no)\b|\buser:(?<user>[^\s"]+)|(?<minus>(?<!\S)-)?(?:"(?<phrase>[^"]*)"?|(?<word>[^\s"]+))/giu;

const SAYS_SOMETHING = /[\p{L}\p{N}]/u;
