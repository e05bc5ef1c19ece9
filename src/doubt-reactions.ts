import { auditDoubted } from './moderation/audits/audit-doubted.ts';
import { recountExpertise } from './moderation/experts/recount-expertise.ts';
import { holdDoubted, liftDoubt } from './rewards/hold-doubts.ts';
import type { Reactions } from './work.ts';

/** What follows when an asker doubts what they accepted, or accepts it anew. */
export const doubtReactions: Pick<Reactions, 'acceptance doubted' | 'doubt ended'> = {
  'acceptance doubted': [recountExpertise, holdDoubted, auditDoubted],
  'doubt ended': [recountExpertise, liftDoubt],
};
