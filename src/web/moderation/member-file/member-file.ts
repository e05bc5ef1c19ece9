import { Router, type Request, type Response } from 'express';
import { z } from 'zod';

import { findMemberByName } from '../../../members/find-members.ts';
import type { MemberRow } from '../../../members/rows.ts';
import { mayReadFile } from '../../../moderation/member-file/permissions.ts';
import { readNotes } from '../../../moderation/member-file/read-notes.ts';
import { readPartners } from '../../../moderation/member-file/read-partners.ts';
import { readPosts } from '../../../moderation/member-file/read-posts.ts';
import { readRecord } from '../../../moderation/member-file/read-record.ts';
import { strikeNote, writeNote } from '../../../moderation/member-file/write-note.ts';
import { readSanctions } from '../../../moderation/sanctions/sanction.ts';
import type { StaffNoteId } from '../../../moderation/rows.ts';
import { Conflict, found, Invalid, NotFound } from '../../../refusals.ts';
import { countStates } from '../../../rewards/count-states.ts';
import { findLinksOf } from '../../../trust/risk/links-of.ts';
import type { Deps } from '../../deps.ts';
import { flash } from '../../flash.ts';
import { block, line, queryText, readForm, typedIn } from '../../forms.ts';
import { requestKey } from '../../handoff/request-key.ts';
import { idFrom } from '../../ids.ts';
import type { PageOptions } from '../../pages.ts';
import { actorOf, staffOnly } from '../../visitor.ts';
import { filePath } from './file-path.ts';
import { postKind } from './filed-posts.ts';
import { memberFilePage, type RefusedNote } from './member-file-page.ts';

/** What moderators and admins know of a member, and what they note of them among themselves. */
export function memberFile(deps: Deps): Router {
  const router = Router();
  const guard = staffOnly('moderator', 'admin');

  router.get('/staff/members/:name', guard, async (req, res) => {
    const member = await findFiled(deps, req);
    if (member.name === req.params['name']) await draw(deps, req, res, member);
    else res.redirect(301, filePath(member));
  });

  router.post('/staff/members/:name/notes', guard, async (req, res) => {
    const member = await findFiled(deps, req);
    await orExplain(deps, req, res, member, undefined, async () => {
      const note = readForm(NoteForm, req.body);
      await deps.perform(actorOf(req), (work) => writeNote(work, member.id, note));
      flash(res, 'staff-noted');
    });
  });

  router.post('/staff/members/:name/notes/:note/strike', guard, async (req, res) => {
    const member = await findFiled(deps, req);
    const noteId = idFrom<StaffNoteId>(req.params['note']);
    await orExplain(deps, req, res, member, String(noteId), async () => {
      const { reason } = readForm(StrikeForm, req.body);
      const strike = { memberId: member.id, noteId, reason };
      await deps.perform(actorOf(req), (work) => strikeNote(work, strike));
      flash(res, 'staff-note-struck');
    });
  });

  return router;
}

const NoteForm = z.object({
  body: block({ missing: 'Write the note first.', max: 2_000, what: 'The note' }),
  key: requestKey,
});

const StrikeForm = z.object({
  reason: line({ missing: 'Say why it no longer holds.', max: 500, what: 'The reason' }),
});

/** The member of the address; their own file is not there for anybody. */
async function findFiled({ db }: Deps, req: Request): Promise<MemberRow> {
  const member = found(await findMemberByName(db, String(req.params['name'])), 'member');
  if (!mayReadFile(actorOf(req), member)) throw new NotFound('We can’t find that member.');
  return member;
}

async function orExplain(
  deps: Deps,
  req: Request,
  res: Response,
  member: MemberRow,
  note: string | undefined,
  attempt: () => Promise<void>,
): Promise<void> {
  try {
    await attempt();
    res.redirect(303, filePath(member));
  } catch (refusal) {
    if (!(refusal instanceof Invalid || refusal instanceof Conflict)) throw refusal;
    const errors = refusal instanceof Invalid ? refusal.fields : {};
    const message = refusal instanceof Conflict ? refusal.message : '';
    const refused = { note, errors, message, typed: typedIn(req.body) };
    await draw(deps, req, res, member, { refused, status: refusal.status });
  }
}

async function draw(
  deps: Deps,
  req: Request,
  res: Response,
  member: MemberRow,
  refusal?: { refused: RefusedNote; status: number },
): Promise<void> {
  const { db, now, formats, render } = deps;
  const [kind, after] = [postKind(queryText(req, 'posts')), queryText(req, 'after')];
  const viewer = actorOf(req);
  const [notes, states, around, record, sanctions, linked, posts] = await Promise.all([
    readNotes(db, member.id),
    countStates(db, member.id),
    readPartners(db, member.id),
    readRecord(db, member.id),
    readSanctions(db, member.id),
    findLinksOf(db, member.id),
    readPosts(db, member.id, { kind, after }),
  ]);
  const page = memberFilePage(
    { member, notes, states, around, record, sanctions, linked, posts },
    { viewer, at: now(), formats, kind, after, refused: refusal?.refused },
  );
  const shell: PageOptions = { nav: viewer.role === 'admin' ? 'admin' : 'staff', noindex: true };
  await render.page(req, res, 'moderation/member-file/file', page, {
    ...{ ...shell, status: refusal?.status ?? 200 },
  });
}
