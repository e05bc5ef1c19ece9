import type { Markdown } from '../../forum/markdown.ts';
import type { Operator } from '../../work.ts';
import { fingerprintOf } from './fingerprint.ts';
import { findPersonalData, masked, type Surroundings } from './personal-data.ts';
import { readShown } from './read-shown.ts';

/**
 * The same Markdown for readers: whatever is personal in a source is masked before it is drawn,
 * but for what a moderator has said to show in that very post.
 */
export function maskingMarkdown<Html extends string>(
  markdown: Markdown<Html>,
  operator: Pick<Operator, 'country' | 'ownNumbers'>,
): Markdown<Html> {
  const sparing = (shown: ReadonlySet<string>): Markdown<Html> => {
    const seen = (source: string) => textForReaders(source, surroundingsOf(operator), shown);
    return {
      render: (source, mentioned) => markdown.render(seen(source), mentioned),
      excerpt: (source, max) => markdown.excerpt(seen(source), max),
      plain: (source) => markdown.plain(seen(source)),
      forPost: async (db, post) => sparing(await readShown(db, post)),
    };
  };
  return sparing(new Set());
}

/** What the operator has set, as the detector asks for it. */
export const surroundingsOf = ({
  country,
  ownNumbers,
}: Pick<Operator, 'country' | 'ownNumbers'>): Surroundings => ({ country, own: ownNumbers });

function textForReaders(
  source: string,
  surroundings: Surroundings,
  shown: ReadonlySet<string>,
): string {
  const findings = findPersonalData(source, surroundings);
  return masked(
    source,
    findings.filter((finding) => !shown.has(fingerprintOf(source, finding))),
  );
}
