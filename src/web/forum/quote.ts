import type { AnswerId, QuestionRow } from '../../forum/rows.ts';
import type { Thread } from '../../forum/thread.ts';
import { mayAnswer } from '../../forum/permissions.ts';
import { questionPath, withQuery } from './paths.ts';
import { plainText, shorten } from './stored-html.ts';

/** Where an answer begins that quotes a question or an answer to it, if one can be given. */
export function quoteHref(
  question: Pick<QuestionRow, 'id' | 'slug' | 'removed_at'>,
  answer?: { id: AnswerId; removed_at: Date | null },
): string | undefined {
  if (!mayAnswer(question) || (answer && answer.removed_at !== null)) return undefined;
  const quote = answer ? `a-${String(answer.id)}` : 'q';
  return `${withQuery(questionPath(question), { quote })}#reply`;
}

/** What a post of the thread says, as readers see it, as the beginning of an answer; '' for none. */
export function quoteIn({ question, answers }: Thread, which: string | undefined): string {
  const post = which === 'q' ? question : answers.find(({ id }) => `a-${String(id)}` === which);
  if (!post || post.removed_at !== null) return '';
  const said = linesOf(post.body_html).map((line) => `> ${line}`);
  return [`> @${post.author.name} wrote:`, '>', ...said, '', ''].join('\n');
}

/** Without what it quotes itself, and no longer than a reader wants to see again. */
function linesOf(markup: string): string[] {
  const text = withoutQuotes(markup)
    .replaceAll('<li>', '\n- ')
    .replaceAll(/<\/(?:p|li|h\d|pre|tr)>|<br>/g, '\n');
  const lines = shorten(text.split('\n').map(plainText).join('\n'), LONGEST).split('\n');
  return lines.filter((line) => line !== '' && line !== '-');
}

/** Characters. */
const LONGEST = 800;

function withoutQuotes(markup: string): string {
  const less = markup.replaceAll(/<blockquote>(?:(?!<blockquote>).)*?<\/blockquote>/gs, '');
  return less === markup ? markup : withoutQuotes(less);
}
