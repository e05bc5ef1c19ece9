import type { Events } from '../events.ts';
import type { MemberRow } from '../members/rows.ts';
import { UNDO } from '../moderation/audits/undo-verdict.ts';
import type { Work } from '../work.ts';
import { tell, untell } from './tell.ts';

/**
 * Tells a member that they have reached a level, once for each, when the verdict that earned it can
 * no longer be undone. What falls is not told here; stewards said yes to it themselves.
 */
export async function tellOfLevel(
  work: Work,
  { memberId, from, to }: Events['level changed'],
): Promise<void> {
  if (ORDER.indexOf(to) < ORDER.indexOf(from)) {
    await untell(work, keyOf(memberId, from));
    return;
  }
  const name = REACHED[to];
  if (name === undefined) return;
  await tell(work, {
    ...{ kind: 'level-reached', memberId, dedupeKey: keyOf(memberId, to) },
    subject: `You’re a ${name} now`,
    text:
      `Your accepted answers have held up: you’re a ${name} now. You may post more, and we check ` +
      'fewer of your answers. What an answer is paid stays the same. Thank you.',
    button: { label: 'What it lets you do', url: `${work.operator.siteUrl}/levels#${to}` },
    sendAfter: new Date(work.at.getTime() + UNDO),
  });
}

const ORDER: readonly MemberRow['level'][] = ['newcomer', 'helper', 'guide', 'steward'];

const REACHED: Partial<Record<MemberRow['level'], string>> = { helper: 'Helper', guide: 'Guide' };

const keyOf = (memberId: MemberRow['id'], level: MemberRow['level']) =>
  `level-reached.${String(memberId)}.${level}`;
