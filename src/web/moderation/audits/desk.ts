import type { Request, Response } from 'express';

import { listTexts } from '../../../canned/read-texts.ts';
import type { QuestionRow } from '../../../forum/rows.ts';
import { findSummary } from '../../../forum/summarise-question.ts';
import { dateAt } from '../../../ledger/dates.ts';
import type { Showing } from '../../../moderation/agreement/known-items/showings.ts';
import { findOpinion } from '../../../moderation/agreement/opinions.ts';
import type { MemberRow } from '../../../members/rows.ts';
import { listColleagues, readRequests } from '../../../moderation/queue/ask-colleague.ts';
import type { Subject } from '../../../moderation/queue/items.ts';
import { keysInForce, readDeskSettings } from '../../../moderation/queue/desk-settings.ts';
import { findFacts } from '../../../moderation/facts/find-facts.ts';
import { countQueue } from '../../../moderation/queue/read-queue.ts';
import { readPace } from '../../../moderation/audits/read-pace.ts';
import { readTally } from '../../../moderation/audits/read-tally.ts';
import { EditedMeanwhile } from '../../../moderation/audits/refuse-decision.ts';
import type { AuditId } from '../../../moderation/rows.ts';
import { Conflict, Invalid } from '../../../refusals.ts';
import { findReward } from '../../../rewards/rewards.ts';
import type { RewardRow } from '../../../rewards/rows.ts';
import type { Deps } from '../../deps.ts';
import { queryText, typedIn } from '../../forms.ts';
import { noticeOf } from '../../forum/personal-notice.ts';
import { actorOf } from '../../visitor.ts';
import { kindOf, readRound } from '../queue/round.ts';
import { isFix } from './audit-forms.ts';
import { deskPage, type Refused } from './desk-page.ts';
import { readDeskItem } from './read-desk-item.ts';

/** Draws one audit; after a refusal with what happened and with all that was typed. */
export async function drawDesk(
  deps: Deps,
  req: Request,
  res: Response,
  { id, refusal }: { id: AuditId; refusal?: Invalid | Conflict },
): Promise<void> {
  const [viewer, at, kind] = [actorOf(req), deps.now(), kindOf(req)];
  const subject = { kind: 'audit', subject_id: id } as const;
  const [about, round, waiting, opinion, work, around] = await Promise.all([
    readItem(deps, viewer, id),
    readRound(deps.db, viewer, subject, { at, kind }),
    countQueue(deps.db, viewer, at, kind),
    findOpinion(deps.db, id, viewer),
    readWorkOf(deps, viewer),
    readTeam(deps, viewer, subject),
  ]);
  const page = deskPage({
    ...{ ...about, round, waiting, kind, viewer, at, formats: deps.formats },
    ...{ ...work, ...around },
    judged: opinion !== undefined,
    diff: queryText(req, 'diff') !== '0',
    refused: refusal && refusedOf(refusal, req),
  });
  const status = refusal?.status ?? 200;
  const options = { ...SHELL, status, tabs: page.decision === undefined };
  await deps.render.page(req, res, 'moderation/desk', page, options);
}

const SHELL = { nav: 'staff', here: 'audits', noindex: true, scripts: ['queue.js'] } as const;

/** What moderators share: their notes, their names, and what they ask one another. */
async function readTeam({ db }: Deps, viewer: MemberRow, subject: Subject) {
  const [canned, colleagues, requests] = await Promise.all([
    listTexts(db, 'audit-note'),
    listColleagues(db, viewer),
    readRequests(db, subject),
  ]);
  return { canned, colleagues, requests };
}

/** The audit with its reward and what the operator says itself, or a known item as if it were one. */
async function readItem(deps: Deps, viewer: MemberRow, id: AuditId) {
  const { item, known } = await readDeskItem(deps, viewer, id);
  const [reward, summary, facts] = await Promise.all([
    findReward(deps.db, item.acceptance.id),
    findSummary(deps.db, item.question.id),
    readFactsFor(deps, item.question),
  ]);
  return { item, known, facts, summary, reward: asBefore(reward, known) };
}

/** What the operator says itself of what a question is about, today. */
export const readFactsFor = (
  { db, config, now }: Deps,
  { topic_id: topicId, title: words }: Pick<QuestionRow, 'topic_id' | 'title'>,
) => findFacts(db, { topicId, words, day: dateAt(now(), config.TIME_ZONE) });

/** A known item is drawn as it was before its reward was decided. */
const asBefore = (reward: RewardRow | undefined, showing: Showing | undefined) =>
  reward && showing && !showing.answered_at && reward.refusal === null
    ? { ...reward, state: 'held' as const }
    : reward;

/** What a moderator has done today, and how they work. */
export async function readWorkOf({ db, config, now }: Deps, moderator: MemberRow) {
  const today = { date: dateAt(now(), config.TIME_ZONE), timeZone: config.TIME_ZONE };
  const [settings, tally, pace] = await Promise.all([
    readDeskSettings(db, moderator),
    readTally(db, moderator, today),
    readPace(db, moderator, now()),
  ]);
  return { tally, pace, keys: keysInForce(settings), blind: settings.blind };
}

function refusedOf(refusal: Invalid | Conflict, req: Request): Refused {
  const typed = { ...typedIn(req.body), ...(isFix(req.body) && { verdict: 'fix' }) };
  if (refusal instanceof Invalid) {
    return { message: '', errors: refusal.fields, typed, personal: noticeOf(refusal) };
  }
  const { message } = refusal;
  const meanwhile = refusal instanceof EditedMeanwhile ? refusal : undefined;
  return { message, errors: {}, typed, meanwhile };
}
