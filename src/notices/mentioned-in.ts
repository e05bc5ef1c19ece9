/**
 * The names that a post mentions, in markup of our own renderer, each once and in their order; not
 * what it quotes. No link of a member's leads to /u/ but a mention.
 */
export function mentionedIn(markup: string): string[] {
  const names = new Set<string>();
  let quoted = 0;
  for (const { 0: tag, 1: name } of markup.matchAll(TAGS)) {
    if (tag === '<blockquote>') quoted += 1;
    else if (tag === '</blockquote>') quoted -= 1;
    else if (quoted === 0 && name !== undefined) names.add(decodeURIComponent(name));
  }
  return [...names];
}

const TAGS = /<\/?blockquote>|<a href="\/u\/([^"/]+)">@/g;
