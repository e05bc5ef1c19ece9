import type { Events } from '../events.ts';
import { drawAudit } from '../moderation/audits/draw-audit.ts';
import { samplingOf } from '../rewards/rules.ts';
import type { Work } from '../work.ts';

/** Whether a reward is audited is decided when it is earned, set aside or waiting. */
export async function drawByRules(work: Work, event: Events['reward held']): Promise<void> {
  await drawAudit(work, event, await samplingOf(work.trx, event.ruleSetId));
}
