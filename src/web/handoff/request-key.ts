import { randomUUID } from 'node:crypto';

import { z } from 'zod';

import type { Typed } from '../forms.ts';

/** Names one sending of a form, so that it counts once however often it arrives. */
export const requestKey = z.uuid('Please begin a new form.').default(randomUUID);

/** The key of a form that was typed in already, or a new one. */
export const keyFor = ({ key }: Typed = {}): string =>
  requestKey.safeParse(key).success && key !== undefined ? key : randomUUID();
