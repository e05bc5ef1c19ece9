import type { Request } from 'express';

import { findDraft, isBlank } from '../../../forum/drafts/read-drafts.ts';
import { saveDraft } from '../../../forum/drafts/save-draft.ts';
import { findQuestion } from '../../../forum/find-posts.ts';
import type { QuestionId } from '../../../forum/rows.ts';
import type { MemberRow } from '../../../members/rows.ts';
import { Refusal } from '../../../refusals.ts';
import type { Deps } from '../../deps.ts';
import { carryOver, type Draft } from '../../drafts.ts';
import { readForm } from '../../forms.ts';
import { idFrom } from '../../ids.ts';
import { DraftForm } from './draft-form.ts';

/**
 * Makes what somebody typed before they signed in their own, so that it waits on any device. Where
 * they had saved another text for the same form, both are kept: this one with the session.
 */
export const carryDrafts = (deps: Deps, req: Request, member: MemberRow): Promise<void> =>
  carryOver(req, async (draft) => {
    try {
      return await carry(deps, member, draft);
    } catch (error) {
      // Too long for a draft, or the question has gone: it stays where it is.
      if (error instanceof Refusal) return false;
      throw error;
    }
  });

async function carry({ db, perform }: Deps, member: MemberRow, { action, typed }: Draft) {
  const place = /^(?:\/ask|\/q\/([^/]+)\/answers)$/.exec(action);
  if (!place) return false;
  const [, id] = place;
  const question = id ? (await findQuestion(db, idFrom<QuestionId>(id), member)).id : null;
  const { draft, private: chosen, ...texts } = readForm(DraftForm, { ...typed, draft: '0' });
  const kept = await findDraft(db, { member_id: member.id, question_id: question });
  if (kept && !isBlank(kept)) return false;
  const version = kept?.version ?? draft;
  await perform(member, (work) =>
    saveDraft(work, { ...texts, private: chosen === '1', question, version }),
  );
  return true;
}
