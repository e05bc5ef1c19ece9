import type { Request } from 'express';

import { findText } from '../../../canned/read-texts.ts';
import type { CannedTextId } from '../../../canned/rows.ts';
import { fill } from '../../../canned/uses.ts';
import type { PostRef } from '../../../forum/posts.ts';
import type { Decision } from '../../../moderation/audits/decide-audit.ts';
import type { AuditItem } from '../../../moderation/audits/read-audit.ts';
import type { AuditId } from '../../../moderation/rows.ts';
import { found } from '../../../refusals.ts';
import type { Deps } from '../../deps.ts';
import { readForm } from '../../forms.ts';
import { readPublishable } from '../../forum/read-publishable.ts';
import { idFrom } from '../../ids.ts';
import { actorOf } from '../../visitor.ts';
import { DecisionForm, decisionOf, isFix, readCanned } from './audit-forms.ts';
import { readDeskItem } from './read-desk-item.ts';

/** What was decided of which answer, and whether what looks personal in its new text is not. */
export type Decided = { decision: Decision; post: PostRef; kept: boolean };

/**
 * Reads the decision that was posted, with the canned note that was chosen for it. Of a mended
 * text it is asked, as of every edit, what is to become of anything personal in it.
 */
export async function readDecision(deps: Deps, req: Request, id: AuditId): Promise<Decided> {
  const { item } = await readDeskItem(deps, actorOf(req), id);
  const post = { answer: item.answer.id };
  const { typed, kept } = isFix(req.body)
    ? await readPublishable(deps, DecisionForm, req.body, post)
    : { typed: readForm(DecisionForm, req.body), kept: false };
  return { decision: await withCanned(deps, req, item, decisionOf(typed)), post, kept };
}

/** The decision with the canned note that was chosen for it, unless something was typed. */
async function withCanned(
  { db, site }: Deps,
  req: Request,
  { answer, question }: AuditItem,
  decision: Decision,
): Promise<Decision> {
  const chosen = readCanned(req.body);
  if (chosen === '' || decision.note !== '') return decision;
  const canned = found(
    await findText(db, 'audit-note', idFrom<CannedTextId>(chosen)),
    'canned note',
  );
  const note = fill<'audit-note'>(canned.body, {
    ...{ author: answer.author.name, topic: question.topic.name },
    ...{ support_number: site.supportNumber, site: site.name },
  });
  return { ...decision, note: note.slice(0, 1_000) };
}
