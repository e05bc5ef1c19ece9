import type { Knex } from 'knex';

import { readMentioned } from '../members/mentions.ts';
import type { Work } from '../work.ts';
import { holdPost } from './held-post.ts';
import { type Markdown, titleFor } from './markdown.ts';
import type { PostRef } from './posts.ts';
import type { QuestionRow } from './rows.ts';
import { refreshSearch } from './search/search-document.ts';
import { slugOf } from './slugs.ts';
import { typedTitle } from './typed-title.ts';

/** What readers see of a text, with links to the members that it mentions. */
export const drawText = async (db: Knex, { render }: Markdown, body: string): Promise<string> =>
  render(body, await readMentioned(db, body));

/** What readers see of a question, from what was typed. */
export async function drawQuestion(
  db: Knex,
  markdown: Markdown,
  { title: typed, body }: { title: string; body: string },
): Promise<Pick<QuestionRow, 'title' | 'slug' | 'body_html' | 'excerpt'>> {
  const title = titleFor(markdown, typed);
  return {
    ...{ title, slug: slugOf(title) },
    ...{ body_html: await drawText(db, markdown, body), excerpt: markdown.excerpt(body) },
  };
}

/** Draws a post for its readers anew, as after a decision about what they may see of it. */
export async function redrawPost(work: Work, markdown: Markdown, ref: PostRef): Promise<void> {
  const { trx } = work;
  const { kind, post, question } = await holdPost(work, ref);
  const drawing = await markdown.forPost(trx, ref);
  if (kind === 'question') {
    const typed = { title: await typedTitle(trx, post), body: post.body };
    const drawn = await drawQuestion(trx, drawing, typed);
    await trx('questions').where({ id: post.id }).update(drawn);
  } else {
    const body_html = await drawText(trx, drawing, post.body);
    if (kind === 'answer') await trx('answers').where({ id: post.id }).update({ body_html });
    else await trx('comments').where({ id: post.id }).update({ body_html });
  }
  await refreshSearch(work, question.id);
}
