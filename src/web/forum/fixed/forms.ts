import { z } from 'zod';

import { oneOf } from '../../forms.ts';

export const FixedForm = z.object({
  fixed: oneOf(['yes', 'no', 'undo'], 'Say yes or no.').default('yes'),
});
