import type { Thread } from './shape.ts';
import { billing } from './threads/billing.ts';
import { broadband } from './threads/broadband.ts';
import { coverage } from './threads/coverage.ts';
import { handsets } from './threads/handsets.ts';
import { mobile } from './threads/mobile.ts';
import { more } from './threads/more.ts';
import { porting } from './threads/porting.ts';
import { roaming } from './threads/roaming.ts';
import { simEsim } from './threads/sim-esim.ts';

/** Every thread of the demonstration. */
export const threads: readonly Thread[] = [
  ...[...simEsim, ...coverage, ...roaming, ...porting],
  ...[...billing, ...mobile, ...handsets, ...broadband],
  ...more,
];
