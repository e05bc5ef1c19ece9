import { z } from 'zod';

import type { AnswerId } from '../../../forum/rows.ts';
import type { Rubric } from '../../../moderation/agreement/rubric.ts';
import type { Decision } from '../../../moderation/audits/decide-audit.ts';
import { Invalid } from '../../../refusals.ts';
import { block, oneOf, optionalBlock, readForm, typedIn, wholeNumber } from '../../forms.ts';
import { idFrom } from '../../ids.ts';

/**
 * The decision that the form means, or Invalid. A button sends one field, so a reason alone is a
 * fail, and what is to become of something personal is part of a fix.
 */
export function decisionOf(typed: z.output<typeof DecisionForm>): Decision {
  const { rubric, verdict, personal, ...form } = rubricIn(typed);
  switch (verdict ?? (personal && 'fix') ?? (form.reason && 'fail')) {
    case 'pass':
      return { verdict: 'pass', reason: null, note: form.note, version: form.version, rubric };
    case 'fix':
      if (form.body === '') throw new Invalid({ body: 'Write what the answer should say.' });
      return { ...form, verdict: 'fix', reason: null, rubric };
    case 'fail':
      if (!form.reason) throw new Invalid({ reason: 'Say why the answer fails.' });
      return {
        verdict: 'fail',
        reason: form.reason,
        note: form.note,
        version: form.version,
        rubric,
      };
    case undefined:
      throw new Invalid({ verdict: 'Choose pass, fix or fail.' });
  }
}

/** Whether what was posted mends the text. */
export function isFix(body: unknown): boolean {
  const { verdict, personal } = typedIn(body);
  return (verdict ?? (personal && 'fix')) === 'fix';
}

/** What a colleague is asked. */
export function readRequest(body: unknown): { note: string; of: string } {
  const { ask_note, ask_of } = readForm(AskForm, body);
  return { note: ask_note, of: ask_of };
}

/** What the question comes to; '' for nothing. */
export const readSummary = (body: unknown): string => readForm(SummaryForm, body).summary;

/** The canned note that was chosen, or ''. */
export const readCanned = (body: unknown): string => readForm(CannedForm, body).canned;

/** The answer that a moderator wants to be audited. */
export const readCall = (body: unknown): AnswerId =>
  idFrom<AnswerId>(readForm(CallForm, body).answer);

/** Not scored where nothing was chosen, or something that there is not. */
const score = z.enum(['yes', 'partly', 'no']).nullable().catch(null).default(null);

/** A field of a form for each part of the rubric. */
export const RUBRIC_FIELDS = {
  ...{ correct: score, complete: score, safe: score, clear: score, original: score },
};

/** A form with its rubric in one piece. */
export function rubricIn<Form extends Rubric>(typed: Form) {
  const { correct, complete, safe, clear, original, ...form } = typed;
  return { ...form, rubric: { correct, complete, safe, clear, original } };
}

export const DecisionForm = z.object({
  verdict: oneOf(['pass', 'fix', 'fail'], 'Choose pass, fix or fail.').optional(),
  reason: oneOf(['wrong', 'unsafe', 'copied', 'gaming'], 'Say why the answer fails.').optional(),
  note: optionalBlock(1_000, 'The note'),
  body: optionalBlock(20_000, 'The answer'),
  personal: oneOf(['mask', 'keep'], 'Choose how to post it.').optional(),
  ...RUBRIC_FIELDS,
  version: wholeNumber('Open the answer again: we can’t tell which version you read.'),
});

const AskForm = z.object({
  ask_note: block({ missing: 'Say what you would like to know.', max: 1_000 }),
  ask_of: z.string().default(''),
});

const SummaryForm = z.object({ summary: optionalBlock(280, 'The summary') });

const CannedForm = z.object({ canned: z.string().max(10).default('') });

const CallForm = z.object({ answer: z.string('Name the answer.') });
