import { Router, type Request, type Response } from 'express';

import { noteUse } from '../../canned/note-use.ts';
import { findQuestion } from '../../forum/find-posts.ts';
import { assignCase, handOverCase } from '../../handoff/assign-case.ts';
import { closeCase } from '../../handoff/close-case.ts';
import { listCases } from '../../handoff/list-cases.ts';
import { noteOnCase } from '../../handoff/note-on-case.ts';
import { openCase } from '../../handoff/open-case.ts';
import { readCaseForStaff } from '../../handoff/read-case.ts';
import { replyAsStaff } from '../../handoff/reply.ts';
import { putIn, usedIn } from '../canned/picker.ts';
import type { Deps } from '../deps.ts';
import { flash } from '../flash.ts';
import { queryText, readForm, typedIn } from '../forms.ts';
import { actorOf, staffOnly } from '../visitor.ts';
import {
  AssignForm,
  CloseForm,
  HandOverForm,
  NoteForm,
  OpenForm,
  StaffReplyForm,
} from './case-forms.ts';
import { casePath, casesPage, caseTab } from './cases-page.ts';
import { caseOf, drawCase, orExplain, shellFor } from './draw-case.ts';
import { publishSummary } from './publish-summary.ts';
import { redactions } from './redactions.ts';

/** Private cases as our people work on them: lists, one case, and what is done with it. */
export function cases(deps: Deps): Router {
  const router = Router();
  const one = '/staff/cases/:id';
  router.use('/staff/cases', staffOnly('moderator', 'admin'));

  router.get('/staff/cases', (req, res) => drawList(deps, req, res));
  router.post('/staff/cases', (req, res) => open(deps, req, res));
  router.get(one, (req, res) => drawCase(deps, req, res));
  router.post(`${one}/messages`, orExplain(deps, 'reply', reply));
  router.post(`${one}/preview`, orExplain(deps, 'reply', preview));
  router.post(`${one}/notes`, orExplain(deps, 'note', note));
  router.post(`${one}/assignment`, orExplain(deps, 'assign', assign));
  router.post(`${one}/handover`, orExplain(deps, 'hand-over', handOver));
  router.post(`${one}/closing`, orExplain(deps, 'close', close));
  router.post(`${one}/summary`, orExplain(deps, 'summary', publishSummary));
  router.use(redactions(deps));
  return router;
}

async function drawList(deps: Deps, req: Request, res: Response): Promise<void> {
  const { db, now, render } = deps;
  const [tab, after] = [caseTab(queryText(req, 'show')), queryText(req, 'after')];
  const list = await listCases(db, actorOf(req), { tab, after });
  const page = casesPage(list, { tab, after, now: now() });
  await render.page(req, res, 'handoff/cases', page, shellFor(req));
}

/** From the desk or a thread; with a text it is the first message. */
async function open(deps: Deps, req: Request, res: Response): Promise<void> {
  const { text, key, ...thread } = readForm(OpenForm, req.body);
  const actor = actorOf(req);
  await findQuestion(deps.db, thread.question, actor);
  const opened = await deps.perform(actor, async (work) => {
    const about = await openCase(work, thread);
    if (text !== '') {
      const message = { body: text, key, seen: undefined };
      await replyAsStaff(work, deps.privateMarkdown, about.id, message);
    }
    return about;
  });
  flash(res, text === '' ? 'case-opened-by-us' : 'case-replied');
  res.redirect(303, `${casePath(opened)}${text === '' ? '#reply-body' : ''}`);
}

async function reply(deps: Deps, req: Request, res: Response): Promise<void> {
  const message = readForm(StaffReplyForm, req.body);
  await deps.perform(actorOf(req), async (work) => {
    const sent = await replyAsStaff(work, deps.privateMarkdown, caseOf(req), message);
    if (sent) await noteUse(work, usedIn(typedIn(req.body)), { message: sent });
  });
  done(req, res, 'case-replied');
}

/** Draws the case with a canned reply put under what was typed already; nothing is sent. */
async function preview(deps: Deps, req: Request, res: Response): Promise<void> {
  const { db, site } = deps;
  const actor = actorOf(req);
  const { head } = await readCaseForStaff(db, caseOf(req), actor);
  const typed = await putIn(db, req, 'private-reply', {
    ...{ name: head.member.name, me: actor.name, subject: head.subject },
    ...{ support_number: site.supportNumber, site: site.name },
  });
  await drawCase(deps, req, res, {
    status: 200,
    refused: { form: 'reply', message: '', errors: {}, typed },
  });
}

async function note({ perform }: Deps, req: Request, res: Response): Promise<void> {
  const written = readForm(NoteForm, req.body);
  await perform(actorOf(req), (work) => noteOnCase(work, caseOf(req), written));
  done(req, res, 'case-noted');
}

async function assign({ perform }: Deps, req: Request, res: Response): Promise<void> {
  const { to = null, was = null } = readForm(AssignForm, req.body);
  await perform(actorOf(req), (work) => assignCase(work, caseOf(req), { to, was }));
  done(req, res, 'case-assigned');
}

async function handOver({ perform }: Deps, req: Request, res: Response): Promise<void> {
  const { was = null, ...handing } = readForm(HandOverForm, req.body);
  await perform(actorOf(req), (work) => handOverCase(work, caseOf(req), { ...handing, was }));
  done(req, res, 'case-handed-over');
}

async function close(deps: Deps, req: Request, res: Response): Promise<void> {
  const { seen } = readForm(CloseForm, req.body);
  await deps.perform(actorOf(req), (work) => closeCase(work, deps.markdown, caseOf(req), { seen }));
  done(req, res, 'case-closed');
}

function done(req: Request, res: Response, said: Parameters<typeof flash>[1]): void {
  flash(res, said);
  res.redirect(303, casePath({ id: caseOf(req) }));
}
