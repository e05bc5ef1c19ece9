/**
 * The types that our pages use, with the properties that https://schema.org (version 28.1) gives each
 * and that we use, and what Google demands and recommends of them:
 * https://developers.google.com/search/docs/appearance/structured-data/qapage
 */
export const VOCABULARY: Record<string, Type> = {
  QAPage: {
    properties: ['mainEntity'],
    demanded: ['mainEntity'],
    recommended: [],
  },
  Question: {
    properties: [
      ...['name', 'text', 'url', 'answerCount', 'upvoteCount', 'datePublished', 'dateModified'],
      ...['author', 'acceptedAnswer', 'suggestedAnswer'],
    ],
    demanded: ['name', 'answerCount'],
    recommended: ['text', 'author', 'datePublished', 'upvoteCount'],
  },
  Answer: {
    properties: ['text', 'url', 'upvoteCount', 'datePublished', 'dateModified', 'author'],
    demanded: ['text'],
    recommended: ['url', 'author', 'datePublished', 'upvoteCount'],
  },
  Person: { properties: ['name', 'url'], demanded: ['name'], recommended: ['url'] },
};

type Type = {
  properties: readonly string[];
  demanded: readonly string[];
  recommended: readonly string[];
};

/** What a property holds; of those that are not here, a thing of the vocabulary or several. */
export const HOLDS: Record<string, (value: unknown) => boolean> = {
  name: isText,
  text: isText,
  url: (value) => isText(value) && URL.canParse(value) && /^https?:/.test(value),
  answerCount: (value) => Number.isInteger(value) && Number(value) >= 0,
  upvoteCount: Number.isInteger,
  datePublished: isInstant,
  dateModified: isInstant,
};

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

/** ISO 8601. */
function isInstant(value: unknown): boolean {
  return isText(value) && !Number.isNaN(Date.parse(value)) && value.endsWith('Z');
}
