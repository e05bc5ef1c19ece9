import { z } from 'zod';

import { block, oneOf, readForm } from '../../forms.ts';

const MODE_WORDS = ['staff', 'mixed', 'community'] as const;

/** Where the dial of a topic is turned to, and why. */
export const readTurn = (body: unknown) => readForm(TurnForm, body);

const reason = block({ missing: 'Say why. It is kept.', max: 1000, what: 'The reason' });

const TurnForm = z.object({
  to: oneOf(MODE_WORDS, 'Choose where to turn it.'),
  from: oneOf(MODE_WORDS, 'Open the page again.'),
  reason,
});
