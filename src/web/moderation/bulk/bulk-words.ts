import { BULK_ACTS, type BulkCode, KIND_OF_ACT } from '../../../moderation/bulk/acts.ts';
import type { Target } from '../../../moderation/bulk/read-targets.ts';
import type { MemberRow } from '../../../members/rows.ts';
import { isTaken } from '../../../moderation/queue/claim-item.ts';
import type { RewardRow } from '../../../rewards/rows.ts';
import type { Formats } from '../../format.ts';
import { REMOVED_BECAUSE } from '../../forum/words.ts';
import { failReasons } from '../audits/fail-reasons.ts';
import { rewardWords } from '../audits/reward-words.ts';
import { takingDownWords } from '../removals/removal-words.ts';

/** What each act is called where one chooses it. */
export function actLabel(code: BulkCode): string {
  const act = BULK_ACTS[code];
  switch (act.act) {
    case 'pass':
      return 'Pass the answers';
    case 'fail':
      return `Fail the answers: ${failReasons[act.reason].toLowerCase()}`;
    case 'remove':
      return `Remove the answers: ${REMOVED_BECAUSE[act.reason].toLowerCase()}`;
    case 'mask':
      return 'Keep what looks personal hidden';
    case 'show':
      return 'Let readers see what looks personal';
    case 'dismiss':
      return 'Leave what was reported as it is';
  }
}

type Eyes = {
  code: BulkCode;
  viewer: MemberRow;
  reward: RewardRow | undefined;
  at: Date;
  formats: Formats;
};

/** What will happen to one item, its reward above all, or why nothing will. */
export function effectOf(target: Target, eyes: Eyes): { happens: boolean; text: string } {
  const nothing = (text: string) => ({ happens: false, text });
  const { act } = BULK_ACTS[eyes.code];
  if (target.kind !== KIND_OF_ACT[act]) return nothing('Stays as it is: this is of another kind.');
  if (target.is_barred) {
    return nothing('Stays as it is: you have a part in it, so a colleague decides.');
  }
  if (isTaken(target, eyes.viewer.id, eyes.at)) {
    return nothing(`Stays as it is: ${target.holder ?? 'a colleague'} is reading it.`);
  }
  return { happens: true, text: happening(target, eyes) };
}

function happening({ opinions_wanted }: Target, { code, reward, formats }: Eyes): string {
  const words = rewardWords(reward, formats);
  const { act } = BULK_ACTS[code];
  if (opinions_wanted > 1 && (act === 'pass' || act === 'fail')) {
    return 'Your opinion is recorded. Nothing moves until a colleague has judged it too.';
  }
  if (act === 'remove') {
    const { lead, text } = takingDownWords('answer', { reward, formats });
    return [lead, text].filter(Boolean).join(' ');
  }
  return {
    pass: `${words.pass}. The author is told.`,
    fail: `${words.fail}. The author is told why.`,
    mask: 'Readers go on seeing the mask.',
    show: 'Readers see it from now on.',
    dismiss: 'It stays, and those who reported it are told. That can’t be undone.',
  }[act];
}
