import type { Adjustment } from '../../../finance/adjustments/adjustments.ts';
import type {
  AuditRecord,
  BusinessRecord,
  VerdictRecord,
} from '../../../finance/books/business-record.ts';
import { answerPath, profilePath } from '../../forum/paths.ts';
import { adjustmentPath, describeAdjustment } from '../adjustments/adjustment-words.ts';

/** What a transfer was posted for, from the acceptance to the verdicts. */
export type RecordCard = {
  /** Null where the question was taken down. */
  question: { href: string; title: string | null };
  acceptedAt: Date;
  asker: Person;
  author: Person;
  withdrawn: string | undefined;
  reward: string;
  audits: AuditCard[];
};

type Person = { name: string; href: string };

/** Who moved money by hand, why, and who agreed. */
export type AdjustmentCard = {
  href: string;
  what: string;
  reason: string;
  evidence: string;
  maker: string;
  askedAt: Date;
  checker: string;
  decidedAt: Date | undefined;
};

type AuditCard = {
  id: number;
  href: string;
  why: string;
  openedAt: Date;
  state: string;
  verdicts: { at: Date; text: string; note: string; undone: boolean }[];
};

/** The acceptance, its checks and its reward in words. */
export function recordCard(record: BusinessRecord): RecordCard {
  const question = { id: record.question_id, slug: record.slug };
  return {
    question: { href: answerPath(question, record.answer_id), title: record.title },
    acceptedAt: record.accepted_at,
    asker: person(record.asker),
    author: person(record.author),
    withdrawn: record.withdrawn_because ? WITHDRAWN[record.withdrawn_because] : undefined,
    reward: rewardWords(record.reward),
    audits: record.audits.map(auditCard),
  };
}

const person = (name: string): Person => ({ name, href: profilePath(name) });

const WITHDRAWN: Record<NonNullable<BusinessRecord['withdrawn_because']>, string> = {
  asker: 'Withdrawn by the asker',
  'another-accepted': 'Withdrawn: another answer was accepted',
  'not-solved': 'Withdrawn: still not solved',
  removed: 'Withdrawn: the answer was removed',
};

function rewardWords(reward: BusinessRecord['reward']): string {
  if (!reward) return 'No reward';
  const why = reward.refusal ?? reward.because;
  const rules = `Rules ${String(reward.rules)}`;
  return [STATES[reward.state], why && WHY[why], rules].filter(Boolean).join(', ');
}

type Reward = NonNullable<BusinessRecord['reward']>;

const STATES: Record<Reward['state'], string> = {
  waiting: 'Waiting for budget',
  held: 'Being checked',
  released: 'Released',
  voided: 'Not paid',
  'clawed-back': 'Taken back',
  refused: 'Refused by the rules',
};

const WHY: Record<NonNullable<Reward['refusal'] | Reward['because']>, string> = {
  'own-question': 'own question',
  staff: 'staff are not paid',
  'pair-limit': 'more from the same person than the rules pay',
  'monthly-cap': 'over the monthly cap',
  'daily-cap': 'over the cap of the day',
  sanctioned: 'under a sanction',
  copy: 'a copy of an earlier answer',
  'paid-already': 'another acceptance of the same answer is paid',
  'audit-passed': 'passed its check',
  'audit-fixed': 'corrected and passed',
  'quiet-days': 'the hold was over',
  'audit-failed': 'failed its check',
  withdrawn: 'the acceptance was withdrawn',
  removed: 'the answer was removed',
  fraud: 'taken back in a case of fraud',
  appeal: 'an appeal was upheld',
};

/** A move by hand with both names. */
export const adjustmentCard = (adjustment: Adjustment): AdjustmentCard => ({
  href: adjustmentPath(adjustment),
  what: describeAdjustment(adjustment),
  ...{ reason: adjustment.reason, evidence: adjustment.evidence },
  ...{ maker: adjustment.maker, askedAt: adjustment.made_at },
  checker: adjustment.checker ?? '',
  decidedAt: adjustment.decided_at ?? undefined,
});

function auditCard({ id, because, state, opened_at, verdicts }: AuditRecord): AuditCard {
  return {
    id,
    href: `/finance/audits/${String(id)}`,
    why: DRAWN[because],
    openedAt: opened_at,
    state: AUDIT_STATES[state],
    verdicts: verdicts.map((verdict) => ({
      at: verdict.decided_at,
      text: verdictWords(verdict),
      note: verdict.note,
      undone: verdict.undone_at !== null,
    })),
  };
}

const DRAWN: Record<AuditRecord['because'], string> = {
  'first-five': 'One of the author’s first five',
  always: 'Everything at this level is checked',
  sample: 'Drawn by the sample',
  called: 'Called in by a moderator',
  flagged: 'It looked suspicious',
  doubted: 'The asker said it isn’t solved after all',
};

const AUDIT_STATES: Record<AuditRecord['state'], string> = {
  waiting: 'Waiting',
  decided: 'Decided',
  cancelled: 'No longer needed',
};

const VERDICTS: Record<VerdictRecord['verdict'], string> = {
  pass: 'passed it',
  fix: 'corrected it and passed it',
  fail: 'failed it',
};

const verdictWords = ({ moderator, verdict, reason }: VerdictRecord) =>
  `${moderator} ${VERDICTS[verdict]}${reason === null ? '' : `: ${reason}`}`;
