import { askQuestion } from '../forum/ask-question.ts';
import type { Markdown } from '../forum/markdown.ts';
import type { QuestionRow, TopicRow } from '../forum/rows.ts';
import type { Work } from '../work.ts';
import type { DumpQuestion } from './dump-rows.ts';
import { bodyOf, fitTitle } from './html-to-markdown.ts';
import type { Site } from './site.ts';

/** Asks a question of the dump as the acting member, and remembers what it has become. */
export async function importQuestion(
  work: Work,
  markdown: Markdown,
  { site, topic, post }: { site: Site; topic: TopicRow; post: DumpQuestion },
): Promise<QuestionRow> {
  const question = await askQuestion(work, markdown, {
    topic: topic.slug,
    title: fitTitle(post.title),
    body: bodyOf(post.html),
  });
  await work
    .trx('imported_posts')
    .insert({ site: site.key, external_id: post.id, question_id: question.id });
  return question;
}
