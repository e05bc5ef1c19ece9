import type { MarkdownIt, StateCore, Token } from 'markdown-it';

/** Teaches markdown-it the manners of the house, which every post and page then keeps. */
export function followRules(markdown: MarkdownIt, { firstHeading }: { firstHeading: number }) {
  const { core } = markdown;
  core.ruler.push('headings', ({ tokens }) => {
    shiftHeadings(tokens, firstHeading);
  });
  core.ruler.push('pictures', (state) => {
    for (const token of state.tokens) token.children &&= linkPictures(token.children, state);
  });
  core.ruler.push('links', ({ tokens }) => {
    for (const { children } of tokens) children?.forEach(distrust);
  });
  markdown.renderer.rules.table_open = () => `${TABLE_BOX}<table class="table">`;
  markdown.renderer.rules.table_close = () => '</table></div>';
  core.ruler.push('cells', ({ tokens }) => {
    tokens.forEach(alignByClass);
  });
}

/** What the tokens say, without any marks. */
export function textOf(tokens: readonly Token[]): string {
  const words = ({ type, content, children }: Token) => {
    if (children) return textOf(children);
    return type === 'softbreak' || type === 'hardbreak' ? ' ' : content;
  };
  return tokens.map((token) => words(token) + (token.block ? ' ' : '')).join('');
}

/** A table too wide for a phone scrolls inside its box, by keyboard as well. */
const TABLE_BOX = '<div class="table-wrap" tabindex="0" role="group" aria-label="Table">';

/** Keeps the outline whole: the highest heading becomes the first level, and none is skipped. */
function shiftHeadings(tokens: Token[], first: number): void {
  const levels = tokens.map(levelOf).filter((level) => level > 0);
  const highest = Math.min(...levels);
  let previous = first - 1;
  for (const token of tokens.filter((each) => levelOf(each) > 0)) {
    if (token.nesting > 0) previous = Math.min(levelOf(token) - highest + first, previous + 1, 6);
    token.tag = `h${String(previous)}`;
  }
}

const levelOf = ({ type, tag }: Token) => (type.startsWith('heading_') ? Number(tag[1]) : 0);

/** Pictures are not shown yet: each becomes a link, or only its words inside another link. */
function linkPictures(tokens: Token[], state: StateCore): Token[] {
  let depth = 0;
  return tokens.flatMap((token) => {
    if (token.type === 'link_open' || token.type === 'link_close') depth += token.nesting;
    if (token.type !== 'image') return [token];
    const words = new state.Token('text', '', 0);
    words.content = textOf(token.children ?? []) || 'Picture';
    if (depth > 0) return [words];
    const open = new state.Token('link_open', 'a', 1);
    open.attrSet('href', token.attrGet('src') ?? '');
    return [open, words, new state.Token('link_close', 'a', -1)];
  });
}

/** What members link to is theirs to answer for. Own pages need no such mark. */
function distrust(token: Token): void {
  if (token.type !== 'link_open') return;
  token.attrs = [['href', token.attrGet('href') ?? '']];
  if (!String(token.attrGet('href')).startsWith('/')) token.attrSet('rel', REL);
}

const REL = 'ugc nofollow noopener';

/** Markdown-it aligns cells by an inline style, which the site's policy forbids. */
function alignByClass(token: Token): void {
  if (token.type !== 'th_open' && token.type !== 'td_open') return;
  const alignsRight = String(token.attrGet('style')).endsWith('right');
  token.attrs = alignsRight ? [['class', 'n']] : null;
}
