import { join } from 'node:path';

import { readHistory, type Dump } from '#src/imports/dump.ts';
import { importStackExchange, type ImportNeeds } from '#src/imports/import-stackexchange.ts';
import type { ImportReport } from '#src/imports/report.ts';
import { siteNamed } from '#src/imports/site.ts';
import { reactionsToHistory } from '#src/reactions/to-history.ts';
import { createMarkdown } from '#src/web/markdown.ts';
import { operator, type Domain } from '#test/support/domain.ts';

export const SMALL = join(import.meta.dirname, 'fixtures/small-posts.xml');

/** Imports as the command does: as the database's owner, and nobody is mailed. */
export async function importing(
  { owner, now }: Pick<Domain, 'owner' | 'now'>,
  options: { dump?: Dump; site?: string; onProgress?: ImportNeeds['onProgress'] } = {},
): Promise<ImportReport> {
  const { onProgress } = options;
  const dump = options.dump ?? (await readHistory(SMALL, now()));
  const needs = {
    ...{ db: owner, now, operator, reactions: reactionsToHistory, markdown: createMarkdown() },
    ...(onProgress && { onProgress }),
  };
  return importStackExchange(needs, { dump, site: siteNamed(options.site ?? 'pocket') });
}
