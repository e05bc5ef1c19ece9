import { z } from 'zod';

import { COMMENT_LENGTH } from '../../forum/lengths.ts';
import { block, line, oneOf, wholeNumber } from '../forms.ts';

const title = line({
  missing: 'Write your question in one sentence.',
  short: 'Write your question as one sentence of at least 10 characters.',
  min: 10,
  max: 150,
  what: 'Your question',
});

const reason = line({ missing: '', min: 0, max: 200, what: 'Your reason' }).default('');
const version = wholeNumber('This form is out of step. Reload the page and try again.');

/** A question, about one of these topics. */
export const askForm = (topics: readonly { slug: string }[]) =>
  z.object({
    title,
    body: block({
      missing: 'Say what’s happening and what you’ve tried.',
      max: 20_000,
      what: 'Your question',
    }),
    topic: z
      .string('Choose a topic.')
      .refine((typed) => topics.some(({ slug }) => slug === typed), 'Choose a topic.'),
  });

export const AnswerForm = z.object({
  body: block({ missing: 'Write your answer first.', max: 20_000, what: 'Your answer' }),
  /** The newest answer that its writer has seen, or 0; whoever does not say is not asked. */
  latest: wholeNumber('This form is out of step. Reload the page and try again.').optional(),
});

export const CommentForm = z.object({
  body: block({ missing: 'Write your comment first.', max: COMMENT_LENGTH, what: 'Your comment' }),
});

export const QuestionEditForm = z.object({
  title,
  body: block({ missing: 'The question can’t be empty.', max: 20_000, what: 'The question' }),
  ...{ reason, version },
});

export const AnswerEditForm = z.object({
  body: block({ missing: 'The answer can’t be empty.', max: 20_000, what: 'The answer' }),
  ...{ reason, version },
});

/** Up, down, or no vote any more. */
export const VoteForm = z.object({
  value: oneOf(['1', '-1', '0'], 'Vote up, down, or not at all.').transform(
    (value) => VOTES[value],
  ),
});

export const SwitchForm = z.object({
  on: oneOf(['1', '0'], 'Say on or off.').transform((on) => on === '1'),
});

export const ResolutionForm = z.object({
  as: oneOf(['no-single-answer', 'still-not-solved'], 'Say how it ended.'),
});

const VOTES = { '1': 1, '-1': -1, '0': 0 } as const;
