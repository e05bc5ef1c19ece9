import { z } from 'zod';

import type { AnswerId, TopicId } from '../../forum/rows.ts';
import { block, line, oneOf, optionalBlock, requiredId, wholeNumber } from '../forms.ts';

/** Characters that a title can have. */
export const LONGEST_TITLE = 150;

const words = {
  title: line({
    ...{ missing: 'Give it a title.', min: 10, short: 'Say in a few words what it helps with.' },
    ...{ max: LONGEST_TITLE, what: 'The title' },
  }),
  topic: requiredId<TopicId>('Choose a topic.'),
  body: block({ missing: 'Write the guide.', max: 20_000, what: 'The guide' }),
  /** Names, one on each line or with commas between. */
  credits: optionalBlock(1_000, 'The list of names').transform((text) =>
    text
      .split(/[\n,]/)
      .map((name) => name.trim())
      .filter((name) => name !== ''),
  ),
};

const months = oneOf(['1', '3', '6', '12'], 'Say when it is checked again.').transform(Number);

/** A guide that is made of an answer. */
export const NewGuideForm = z.object({
  ...{ ...words, months },
  answer: requiredId<AnswerId>('Say which answer it is made of.'),
});

/** What a guide says from now on, and why. */
export const GuideForm = z.object({
  ...words,
  reason: line({ missing: 'Say what you changed, and why.', max: 200, what: 'The reason' }),
  version: wholeNumber('This form is out of step. Reload the page and try again.'),
});

export const CheckForm = z.object({ months });

export const StateForm = z.object({
  to: oneOf(['draft', 'published', 'archived'], 'Say what becomes of it.'),
});
