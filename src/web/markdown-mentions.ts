import type { StateCore, Token } from 'markdown-it';

import { HANDLE, type Mentioned } from '../members/mentions.ts';
import { nameKey } from '../members/names.ts';

/** What the rules need to know besides the text. */
export type RuleFacts = { mentioned: Mentioned | undefined };

/** Makes @name a link where there is such a member; not in code, and not inside another link. */
export function linkMentions(tokens: Token[], state: StateCore, mentioned: Mentioned): Token[] {
  let depth = 0;
  return tokens.flatMap((token) => {
    if (token.type === 'link_open' || token.type === 'link_close') depth += token.nesting;
    if (token.type !== 'text' || depth > 0) return [token];
    return linked(token.content, state, mentioned);
  });
}

function linked(content: string, state: StateCore, mentioned: Mentioned): Token[] {
  const tokens: Token[] = [];
  const text = (words: string) => {
    const token = new state.Token('text', '', 0);
    token.content = words;
    if (words !== '') tokens.push(token);
  };
  let end = 0;
  for (const { index, 0: typed, 1: handle = '' } of content.matchAll(HANDLE)) {
    const name = mentioned.get(nameKey(handle));
    if (name === undefined) continue;
    text(content.slice(end, index));
    const open = new state.Token('link_open', 'a', 1);
    open.attrSet('href', `/u/${encodeURIComponent(name)}`);
    tokens.push(open);
    text(`@${name}`);
    tokens.push(new state.Token('link_close', 'a', -1));
    end = index + typed.length;
  }
  text(content.slice(end));
  return tokens;
}
