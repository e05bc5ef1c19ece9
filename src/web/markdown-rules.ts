import type { MarkdownIt, Token } from 'markdown-it';

import { linkMentions, type RuleFacts } from './markdown-mentions.ts';
import { drawPictures } from './markdown-pictures.ts';

/** Teaches markdown-it the manners of the house, which every post and page then keeps. */
export function followRules(markdown: MarkdownIt, { firstHeading }: { firstHeading: number }) {
  const { core } = markdown;
  core.ruler.push('headings', ({ tokens }) => {
    shiftHeadings(tokens, firstHeading);
  });
  core.ruler.push('pictures', (state) => {
    for (const token of state.tokens) token.children &&= drawPictures(token.children, state);
  });
  core.ruler.push('mentions', (state) => {
    const { mentioned } = state.env as RuleFacts;
    if (!mentioned) return;
    for (const token of state.tokens) {
      token.children &&= linkMentions(token.children, state, mentioned);
    }
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
