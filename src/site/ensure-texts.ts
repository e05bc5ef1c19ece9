import type { Work } from '../work.ts';
import { DEFAULT_TEXTS } from './default-texts.ts';
import type { RenderText } from './texts.ts';

/** Puts in what is missing of the operator's pages. What an admin has written is never touched. */
export async function ensureTexts(work: Work, render: RenderText): Promise<void> {
  await work
    .trx('site_texts')
    .insert(
      DEFAULT_TEXTS.map((text) => ({
        ...text,
        body_html: render(text.body),
        changed_at: work.at,
      })),
    )
    .onConflict('slug')
    .ignore();
}
