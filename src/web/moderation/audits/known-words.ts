import type { Showing } from '../../../moderation/agreement/known-items/showings.ts';
import type { AuditOpinionRow } from '../../../moderation/rows.ts';

/** What somebody is told who has judged a known item, without any judgement of theirs. */
export function knownWords({ verdict, known }: Pick<Showing, 'verdict' | 'known'>): string {
  const agreed = `That was a known item, which moved no money. Agreed: ${WORDS[known.verdict]}`;
  const said =
    verdict === known.verdict ? ', as you said' : `; you said ${WORDS[verdict ?? 'pass']}`;
  return `${agreed}${said}. ${known.why}`;
}

const WORDS: Record<AuditOpinionRow['verdict'], string> = {
  pass: 'a pass',
  fix: 'a fix',
  fail: 'a fail',
};
