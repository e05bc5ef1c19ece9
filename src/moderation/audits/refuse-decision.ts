import { Conflict } from '../../refusals.ts';
import type { Work } from '../../work.ts';
import type { HeldAudit } from './hold-audit.ts';
import type { VerdictRow } from '../rows.ts';

/** Somebody edited the answer while the moderator was reading it; both texts, for the diff. */
export class EditedMeanwhile extends Conflict {
  readonly read: string;
  readonly now: string;

  constructor(editor: string, { read, now }: { read: string; now: string }) {
    super(`${editor} edited this while you were reading. Here’s what changed.`);
    this.read = read;
    this.now = now;
  }
}

const DONE: Record<VerdictRow['verdict'], string> = {
  pass: 'passed',
  fix: 'fixed',
  fail: 'failed',
};

/** A decision on what is decided, or no longer accepted, is refused with what happened. */
export async function refuseIfDecided(work: Work, { audit }: HeldAudit): Promise<void> {
  if (audit.state === 'waiting') return;
  if (audit.state === 'cancelled') {
    throw new Conflict('The acceptance was withdrawn meanwhile, so there is nothing to decide.');
  }
  const decided: { verdict: VerdictRow['verdict']; name: string } | undefined = await work
    .trx('verdicts')
    .join('members', 'members.id', 'verdicts.moderator_id')
    .where({ audit_id: audit.id, undone_at: null })
    .first('verdicts.verdict', 'members.name');
  throw new Conflict(
    decided
      ? `${decided.name} has already ${DONE[decided.verdict]} this answer.`
      : 'This was decided meanwhile.',
  );
}

/** A verdict holds for the version that was read: another one has to be read first. */
export async function refuseIfStale(
  work: Work,
  { answer }: HeldAudit,
  version: number,
): Promise<void> {
  if (answer.version === version) return;
  const versions: { version: number; body: string; editor: string }[] = await work
    .trx('answer_versions')
    .join('members', 'members.id', 'answer_versions.editor_id')
    .where({ answer_id: answer.id })
    .whereIn('version', [version, answer.version])
    .select('version', 'body', 'members.name as editor');
  const read = versions.find((one) => one.version === version);
  const now = versions.find((one) => one.version === answer.version);
  throw new EditedMeanwhile(now?.editor ?? 'Somebody', {
    read: read?.body ?? '',
    now: answer.body,
  });
}
