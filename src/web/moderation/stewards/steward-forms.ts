import { z } from 'zod';

import type { TopicId } from '../../../forum/rows.ts';
import type { StewardOpinion } from '../../../moderation/governance/give-steward-opinion.ts';
import type { Review } from '../../../moderation/governance/review-decision.ts';
import { Invalid } from '../../../refusals.ts';
import { RUBRIC_FIELDS, rubricIn } from '../audits/audit-forms.ts';
import { block, line, oneOf, optionalBlock, readForm, wholeNumber } from '../../forms.ts';

/** Whom staff invite, for what and until when. */
export const readInvitation = (body: unknown) => readForm(InvitationForm, body);

/** The topics that somebody is to have, those they had, and why. */
export const readTopicsChange = (body: unknown) => readForm(TopicsChangeForm, body);

/** Why a steward is relieved. */
export const readRelief = (body: unknown) => readForm(ReliefForm, body);

/** The boxes that were ticked, as they were posted. */
export function topicsIn(body: unknown): string[] {
  const { 'topics[]': topics } = (body ?? {}) as { 'topics[]'?: unknown };
  return [topics].flat().filter((topic) => typeof topic === 'string');
}

/** A yes with a signature, or a no. */
export const readAnswer = (body: unknown) => readForm(AnswerForm, body);

/** A signature under a version of the undertaking. */
export const readSignature = (body: unknown) => readForm(SignatureForm, body);

/** Why a steward stops, if they say. */
export const readResignation = (body: unknown) => readForm(ResignationForm, body);

/** What a steward said of an answer; a reason alone is a fail, because a button sends one field. */
export function readOpinion(body: unknown): StewardOpinion {
  const { verdict, reason, note, version, rubric } = rubricIn(readForm(OpinionForm, body));
  const said = verdict ?? (reason && 'fail');
  if (said === undefined) throw new Invalid({ verdict: 'Say what you think of the answer.' });
  if (said === 'fail' && !reason) throw new Invalid({ reason: 'Say why the answer fails.' });
  return {
    verdict: said,
    reason: said === 'fail' ? (reason ?? null) : null,
    note,
    version,
    rubric,
  };
}

/** What staff say of what stewards decided. */
export function readReview(body: unknown): Review {
  const { verdict, reason, note } = readForm(ReviewForm, body);
  const said = verdict ?? (reason && 'fail');
  if (said === undefined) throw new Invalid({ verdict: 'Say whether the answer passes.' });
  if (said === 'fail' && !reason) throw new Invalid({ reason: 'Say why the answer fails.' });
  return { verdict: said, reason: said === 'fail' ? (reason ?? null) : null, note };
}

const REASONS = ['wrong', 'unsafe', 'copied', 'gaming'] as const;
const why = block({ missing: 'Say why. It is kept.', max: 500, what: 'The reason' });
const reason = oneOf(REASONS, 'Say why the answer fails.').optional();
const note = optionalBlock(1_000, 'The note');

const topicId = z
  .string()
  .regex(/^[1-9]\d{0,8}$/, 'Choose from the topics on the page.')
  .transform((text) => Number(text) as TopicId);

const topics = z
  .union([topicId.transform((one) => [one]), z.array(topicId).max(100)], 'Choose a topic at least.')
  .default([]);

const InvitationForm = z.object({
  name: line({ missing: 'Name the member.', max: 30 }),
  'topics[]': topics,
  review: z.iso.date('Give a date, such as 2027-05-31.'),
  reason: why,
});
const TopicsChangeForm = z.object({
  'topics[]': topics,
  was: z
    .string('Open the page again.')
    .regex(/^\d{0,9}( \d{1,9}){0,99}$/, 'Open the page again.')
    .transform((text) => text.split(' ').filter(Boolean).map(Number) as TopicId[]),
  reason: why,
});
const ReliefForm = z.object({ reason: why });
const AnswerForm = z.object({
  answer: oneOf(['accept', 'decline'], 'Say yes or no.'),
  signature: z.string().max(100, 'Type your name.').default(''),
  version: wholeNumber('Open the invitation again.'),
});
const SignatureForm = z.object({
  signature: z.string('Type your name.').max(100, 'Type your name.').default(''),
  version: wholeNumber('Open the page again.'),
});
const ResignationForm = z.object({ reason: optionalBlock(500, 'The reason') });
const OpinionForm = z.object({
  verdict: oneOf(['pass', 'fix', 'fail', 'unsure'], 'Say what you think.').optional(),
  ...{ reason, note },
  ...RUBRIC_FIELDS,
  version: wholeNumber('Open the answer again: we can’t tell which version you read.'),
});
const ReviewForm = z.object({
  verdict: oneOf(['pass', 'fail'], 'Say whether the answer passes.').optional(),
  ...{ reason, note },
});
