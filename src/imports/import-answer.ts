import type { Markdown } from '../forum/markdown.ts';
import { postAnswer } from '../forum/post-answer.ts';
import type { AnswerRow, QuestionId } from '../forum/rows.ts';
import type { Work } from '../work.ts';
import type { DumpAnswer } from './dump-rows.ts';
import { bodyOf } from './html-to-markdown.ts';
import type { Site } from './site.ts';

/** Gives an answer of the dump as the acting member, and remembers what it has become. */
export async function importAnswer(
  work: Work,
  markdown: Markdown,
  { site, question, post }: { site: Site; question: QuestionId; post: DumpAnswer },
): Promise<AnswerRow> {
  const answer = await postAnswer(work, markdown, { question, body: bodyOf(post.html) });
  await work
    .trx('imported_posts')
    .insert({ site: site.key, external_id: post.id, answer_id: answer.id });
  return answer;
}
