import type { Token } from 'markdown-it';

/** What the tokens say, without any marks. */
export function textOf(tokens: readonly Token[]): string {
  const words = ({ type, content, children }: Token) => {
    if (children) return textOf(children);
    return type === 'softbreak' || type === 'hardbreak' ? ' ' : content;
  };
  return tokens.map((token) => words(token) + (token.block ? ' ' : '')).join('');
}
