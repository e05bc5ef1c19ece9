import { Conflict, found, Invalid, NotAllowed } from '../refusals.ts';
import type { Work } from '../work.ts';
import { holdForStaff } from './hold-case.ts';
import { noteEvent } from './note-event.ts';
import { mayRedact } from './permissions.ts';
import type { CaseId, CaseMessageId } from './rows.ts';

/** An admin takes out for good what a message said, and says why; that it was there stays. */
export async function redactMessage(
  work: Work,
  { caseId, messageId, reason }: { caseId: CaseId; messageId: CaseMessageId; reason: string },
): Promise<void> {
  const { actor, held } = await holdForStaff(work, caseId);
  if (!mayRedact(actor, held)) throw new NotAllowed('Only an admin can take out what was written.');
  if (reason.trim() === '') throw new Invalid({ reason: 'Say why it has to go.' });
  const own = { id: messageId, case_id: caseId };
  const message = found(await work.trx('case_messages').where(own).first(), 'message');
  if (message.redacted_at !== null) throw new Conflict('A colleague has taken it out meanwhile.');
  await work
    .trx('case_messages')
    .where(own)
    .update({
      ...{ body: '', body_html: '', redacted_at: work.at },
      ...{ redacted_by: actor.id, redaction_reason: reason },
    });
  await noteEvent(work, caseId, { act: 'redacted' });
  await work.record('case message written', { caseId, messageId });
  await work.record('case handled', { caseId, act: 'case-redacted' });
}
