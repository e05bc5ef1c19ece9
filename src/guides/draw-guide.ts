import { titleFor, type Markdown } from '../forum/markdown.ts';
import type { Work } from '../work.ts';
import type { NewGuideRow } from './rows.ts';

/** What readers and search see of a guide, from what was typed; what looks personal is masked. */
export function drawGuide(
  { trx }: Work,
  markdown: Markdown,
  typed: { title: string; body: string },
): Pick<NewGuideRow, 'title' | 'body' | 'body_html' | 'excerpt' | 'document'> {
  const title = titleFor(markdown, typed.title);
  const body_html = markdown.render(typed.body);
  const document = trx.raw<string>(
    `setweight(to_tsvector('goodline', translate(?, '<>', '  ')), 'A')
       || setweight(to_tsvector('goodline', left(?, 80000)), 'B')`,
    [title, body_html],
  );
  return {
    ...{ title, body: typed.body, body_html, excerpt: markdown.excerpt(typed.body) },
    // What knex writes as it is; the column's type knows texts only.
    document: document as unknown as string,
  };
}
