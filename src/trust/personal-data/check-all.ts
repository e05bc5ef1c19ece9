import type { Knex } from 'knex';

import { redrawPost } from '../../forum/draw-post.ts';
import type { Markdown } from '../../forum/markdown.ts';
import { postBatches } from '../../forum/post-batches.ts';
import type { PostRef } from '../../forum/posts.ts';
import type { Perform } from '../../work.ts';
import { checkPublished, sayMasked } from './check-published.ts';
import { readFindingsOf } from './read-shown.ts';

type Needs = { db: Knex; perform: Perform; markdown: Markdown };

/**
 * Looks through everything that was ever published, as after an upgrade: what looks personal is
 * written down and masked. Post by post, so that nobody waits; doing it again changes nothing.
 * Returns in how many posts something was found.
 */
export async function checkAll(needs: Needs): Promise<number> {
  let telling = 0;
  for (const kind of ['question', 'answer', 'comment'] as const) {
    for await (const ids of postBatches(needs.db, kind)) {
      for (const id of ids) telling += Number(await checkOne(needs, { [kind]: id } as PostRef));
    }
  }
  return telling;
}

/** Whether anything was found, now or before. */
const checkOne = ({ perform, markdown }: Needs, post: PostRef): Promise<boolean> =>
  perform('system', async (work) => {
    const masked = await checkPublished(work, post);
    const findings = await readFindingsOf(work.trx, post);
    if (findings.length > 0) await redrawPost(work, markdown, post);
    await sayMasked(work, masked);
    return findings.length > 0;
  });
