import { mayAlsoBeHelped, mayMarkOfficial } from '../../forum/permissions.ts';
import type { Thread, ThreadAnswer } from '../../forum/thread.ts';
import { mayDecideFinding } from '../../moderation/permissions.ts';
import { didItFix, type DidItFix } from './fixed/fixed-page.ts';
import { isOffered, type Reader } from './reader.ts';

/** How an answer stands besides what was accepted: our team's own, still true, worked for others. */
export type Standing = {
  official: boolean;
  /** Since when readers are told that it may be out of date, and on whose word. */
  outdated: { since: Date; by: string } | undefined;
  /** How many say so and wait for a moderator, to moderators alone. */
  flags: number;
  /** For everybody but its author, under what is accepted or official. */
  didItFix: DidItFix | undefined;
  may: {
    flag: boolean;
    decideOutdated: boolean;
    markOfficial: boolean;
  };
};

export function standingOf(
  { question, acceptance }: Thread,
  answer: ThreadAnswer,
  { viewer, fixes, outdated }: Reader,
): Standing {
  const accepted = acceptance?.answer_id === answer.id;
  const stands = question.removed_at === null && answer.removed_at === null;
  const said = outdated.get(answer.id);
  const leads = stands && (accepted || answer.official);
  const asks = leads && isOffered(viewer, (actor) => mayAlsoBeHelped(actor, answer), true);
  const decides = viewer !== undefined && stands && mayDecideFinding(viewer, answer);
  return {
    official: stands && answer.official,
    outdated:
      said?.because && said.marked_at ? { since: said.marked_at, by: BY[said.because] } : undefined,
    flags: decides ? (said?.flags ?? 0) : 0,
    didItFix: asks
      ? didItFix(answer, fixes.get(answer.id), accepted ? acceptance.accepted_at : undefined)
      : undefined,
    may: {
      flag: leads && !said?.because,
      decideOutdated: decides && said !== undefined,
      markOfficial: viewer !== undefined && stands && mayMarkOfficial(viewer, answer),
    },
  };
}

const BY = {
  staff: 'Our team says so',
  author: 'Whoever wrote it says so',
  trusted: 'A trusted member says so',
  members: 'Several members say so',
} as const;
