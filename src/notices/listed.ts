/** Things as a sentence has them, each once: answers, comments and reminders. */
export const listed = (words: readonly string[]): string =>
  new Intl.ListFormat('en-GB').format([...new Set(words)]);
