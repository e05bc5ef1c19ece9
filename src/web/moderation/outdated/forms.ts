import { z } from 'zod';

import { oneOf, optionalBlock } from '../../forms.ts';

export const FlagForm = z.object({ note: optionalBlock(1_000, 'What has changed') });

export const DecisionForm = z.object({
  as: oneOf(['outdated', 'works'], 'Say whether it still works.'),
});
