import type { Request } from 'express';

import type { Decision } from '../../../moderation/audits/decide-audit.ts';
import { readAudit } from '../../../moderation/audits/read-audit.ts';
import { fillCanned, findCannedNote } from '../../../moderation/queue/canned-notes.ts';
import type { AuditId, CannedNoteId } from '../../../moderation/rows.ts';
import { found } from '../../../refusals.ts';
import type { Deps } from '../../deps.ts';
import { idFrom } from '../../ids.ts';
import { readCanned } from './audit-forms.ts';

/** The decision with the canned note that was chosen for it, unless something was typed. */
export async function withCanned(deps: Deps, req: Request, decision: Decision): Promise<Decision> {
  const chosen = readCanned(req.body);
  if (chosen === '' || decision.note !== '') return decision;
  const { db, site, now } = deps;
  const canned = found(await findCannedNote(db, idFrom<CannedNoteId>(chosen)), 'canned note');
  const { answer, question } = await readAudit(db, idFrom<AuditId>(req.params.id), now());
  const note = fillCanned(canned.body, {
    ...{ author: answer.author.name, topic: question.topic.name },
    ...{ support_number: site.supportNumber, site: site.name },
  });
  return { ...decision, note: note.slice(0, 1_000) };
}
