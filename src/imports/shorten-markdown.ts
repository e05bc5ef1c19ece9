const ELLIPSIS = '… *(shortened on import)*';

/** The text, or as many of its paragraphs as fit in so many characters, and that it goes on. */
export function shorten(markdown: string, limit: number): string {
  if (markdown.length <= limit) return markdown;
  const kept = cutBefore(limit - ELLIPSIS.length - 40, markdown);
  return `${kept}${closingFence(kept)}\n\n${ELLIPSIS}`;
}

/** Cut at the end of a paragraph, or at least of a word, unless that would leave too little. */
function cutBefore(limit: number, markdown: string): string {
  const start = markdown.slice(0, limit);
  const end = ['\n\n', '\n', ' '].map((gap) => start.lastIndexOf(gap)).find((at) => at > limit / 2);
  return start
    .slice(0, end)
    .replace(/\p{Surrogate}$/u, '')
    .trimEnd();
}

/** What closes the code block that the text ends in, if it does. */
function closingFence(markdown: string): string {
  let open: RegExpMatchArray | undefined;
  for (const line of markdown.matchAll(/^([ >\d.-]*)(`{3,})$/gm)) {
    if (open === undefined) open = line;
    else if (line[2] === open[2]) open = undefined;
  }
  if (open === undefined) return '';
  const [, lead = '', fence = ''] = open;
  return `\n${lead.replace(/[^>]/g, ' ')}${fence}`;
}
