import { suiteOf } from '../suite-of.ts';
import { benchAcceptance } from './acceptance.ts';
import { benchQueue } from './queue.ts';

/** What the audits cost in a large community, against the same in a small one. */
export const auditsSuite = suiteOf({ queue: benchQueue, acceptance: benchAcceptance });
