import type { AcceptanceId } from '../../forum/rows.ts';
import type { Work } from '../../work.ts';
import type { ModerationEffectRow } from '../rows.ts';

/** What a reward can come to by an act. */
export type Effect = ModerationEffectRow['effect'];

/**
 * Writes down that a reward moved, beside the acts of the same work; nothing where no person of
 * ours acted, as when the quiet days are over or an asker withdraws.
 */
export const noteEffect =
  (effect: Effect) =>
  async (work: Work, { acceptanceId }: { acceptanceId: AcceptanceId }): Promise<void> => {
    if (!(await isAct(work))) return;
    await work
      .trx('moderation_effects')
      .insert({ acceptance_id: acceptanceId, effect, happened_at: work.at });
  };

/** Staff may log after the money has moved; stewards have always logged before. */
async function isAct({ actor, trx }: Work): Promise<boolean> {
  if (typeof actor === 'string') return false;
  if (actor.role === 'moderator' || actor.role === 'admin') return true;
  const { rows } = await trx.raw<{ rows: [{ logged: boolean }] }>(
    `select exists (select from moderation_log
                     where work = pg_current_xact_id()::text) as logged`,
  );
  return rows[0].logged;
}
