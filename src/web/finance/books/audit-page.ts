import type { AuditItem } from '../../../moderation/audits/read-audit.ts';
import type { RewardRow } from '../../../rewards/rows.ts';
import type { Formats } from '../../format.ts';
import { answerPath, profilePath, withQuery } from '../../forum/paths.ts';
import { reasonWords } from '../../moderation/queue/reasons.ts';
import { rewardWords } from '../../moderation/audits/reward-words.ts';
import { verdictLines, type VerdictLine } from '../../moderation/audits/verdict-words.ts';

/** A check of an answer as finance reads it: nothing to decide, and nothing that was taken down. */
export type AuditPage = {
  title: string;
  /** Null where the question was taken down. */
  question: { title: string; href: string } | null;
  /** The text that was accepted; null where it was taken down. */
  accepted: string | null;
  asker: Person;
  author: Person;
  acceptedAt: Date;
  openedAt: Date;
  because: string;
  state: string;
  reward: string;
  verdicts: VerdictLine[];
  entries: string;
};

type Person = { name: string; href: string };

type Needs = {
  item: AuditItem;
  reward: RewardRow | undefined;
  formats: Formats;
  /** The text that was accepted, as readers see it. */
  accepted: string;
};

export function auditPage({ item, reward, formats, accepted }: Needs): AuditPage {
  const { audit, acceptance, question, answer } = item;
  const isGone = question.removed_at !== null;
  return {
    title: `Check ${String(audit.id)}`,
    question: isGone ? null : { title: question.title, href: answerPath(question, answer.id) },
    accepted: isGone || answer.removed_at !== null ? null : accepted,
    asker: person(question.author),
    author: person(answer.author),
    ...{ acceptedAt: acceptance.accepted_at, openedAt: audit.opened_at },
    because: reasonWords(audit.because),
    state: STATES[audit.state],
    reward: rewardWords(reward, formats).short,
    verdicts: verdictLines(item),
    entries: withQuery('/finance/ledger', { ref: `acceptance:${String(acceptance.id)}` }),
  };
}

const person = ({ name }: { name: string }): Person => ({ name, href: profilePath(name) });

const STATES: Record<AuditItem['audit']['state'], string> = {
  waiting: 'Nobody has decided it yet.',
  decided: 'It is decided.',
  cancelled: 'The acceptance ended, so nothing is to be decided.',
};
