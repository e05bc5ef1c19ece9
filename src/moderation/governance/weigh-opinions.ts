import type { AuditOpinionRow, StewardAuditRow } from '../rows.ts';
import { STEWARDS_NEEDED } from './decide-mode.ts';
import type { Outcome } from './turns.ts';

/**
 * What the stewards' opinions of an audit, the first first, come to; undefined where another has
 * yet to judge. A first opinion is all that is asked in mixed. In the community's hands two who
 * agree decide; whoever differs, or wants the text mended, leaves it to staff.
 */
export function weighOpinions(
  mode: StewardAuditRow['mode'],
  opinions: readonly Pick<AuditOpinionRow, 'verdict'>[],
): Outcome | undefined {
  if (mode === 'mixed') return opinions.length > 0 ? 'opinion' : undefined;
  if (opinions.some(({ verdict }) => verdict === 'fix')) return 'fix';
  if (opinions.length < STEWARDS_NEEDED) return undefined;
  return new Set(opinions.map(({ verdict }) => verdict)).size === 1 ? 'agreed' : 'disagreed';
}
