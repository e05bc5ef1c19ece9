import { z } from 'zod';

import { oneOf, optionalBlock } from '../forms.ts';

/** What is decided on what somebody asked for: by another, or by themselves, who take it back. */
export const DecisionForm = z.object({
  decision: oneOf(
    ['approve', 'send-back', 'withdraw'],
    'Approve it, send it back, or take it back.',
  ).default('approve'),
  note: optionalBlock(1000, 'Your note'),
});

export type Decision = z.output<typeof DecisionForm>;

/** What is said where nothing comes of it; what is said of an approval is each page's own. */
export const NOT_APPROVED = {
  'send-back': 'proposal-sent-back',
  withdraw: 'proposal-withdrawn',
} as const;
