import type { Request, RequestHandler, Response } from 'express';

import { readTopics } from '../../forum/read-topics.ts';
import { isCaseStaff } from '../../handoff/permissions.ts';
import { readCaseForStaff } from '../../handoff/read-case.ts';
import { readContacts } from '../../handoff/read-contacts.ts';
import type { CaseId } from '../../handoff/rows.ts';
import { readStaff } from '../../members/read-people.ts';
import { Conflict, Invalid } from '../../refusals.ts';
import { readPicker } from '../canned/picker.ts';
import type { Deps } from '../deps.ts';
import { typedIn } from '../forms.ts';
import { noticeOf } from '../forum/personal-notice.ts';
import { idFrom } from '../ids.ts';
import type { PageOptions } from '../pages.ts';
import { actorOf } from '../visitor.ts';
import { casePage, type CaseFormName, type RefusedForm } from './case-page.ts';
import { casePath } from './cases-page.ts';

/** Draws a case; after a refusal with what happened and with all that was typed. */
export async function drawCase(
  deps: Deps,
  req: Request,
  res: Response,
  refusal?: { refused: RefusedForm; status: number },
): Promise<void> {
  const { db, now } = deps;
  const viewer = actorOf(req);
  const read = await readCaseForStaff(db, caseOf(req), viewer);
  const typed = refusal?.refused.form === 'reply' ? refusal.refused.typed : {};
  const putIn = `${casePath(read.head)}/preview`;
  const [contacts, staff, topics, canned] = await Promise.all([
    readContacts(db, read.head),
    readStaff(db),
    readTopics(db),
    readPicker(db, 'private-reply', { viewer, putIn, typed }),
  ]);
  const page = casePage(
    { ...read, contacts, topics, canned, colleagues: staff.filter(isCaseStaff) },
    { viewer, now: now(), refused: refusal?.refused },
  );
  const options = { ...shellFor(req), status: refusal?.status ?? 200, scripts: ['send.js'] };
  await deps.render.page(req, res, 'handoff/case', page, options);
}

/** Draws the case again, with what happened and what was typed in that form, where the answer is no. */
export const orExplain =
  (deps: Deps, form: CaseFormName, handle: Handler): RequestHandler =>
  async (req, res) => {
    try {
      await handle(deps, req, res);
    } catch (refusal) {
      if (!(refusal instanceof Invalid || refusal instanceof Conflict)) throw refusal;
      const isInvalid = refusal instanceof Invalid;
      await drawCase(deps, req, res, {
        status: refusal.status,
        refused: {
          ...{ form, message: isInvalid ? '' : refusal.message, typed: typedIn(req.body) },
          errors: isInvalid ? refusal.fields : {},
          personal: isInvalid ? noticeFor(refusal) : undefined,
        },
      });
    }
  };

/** Whoever writes here is our team. */
function noticeFor(refusal: Invalid): RefusedForm['personal'] {
  const notice = noticeOf(refusal);
  return notice && { ...notice, key: undefined };
}

export type Handler = (deps: Deps, req: Request, res: Response) => Promise<void>;

export const caseOf = (req: Request) => idFrom<CaseId>(req.params.id);

/** Admins have no other business in the area of moderators. */
export const shellFor = (req: Request): PageOptions => ({
  nav: actorOf(req).role === 'admin' ? 'admin' : 'staff',
  ...{ here: 'cases', noindex: true },
});
