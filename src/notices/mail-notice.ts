import type { QuestionId } from '../forum/rows.ts';
import type { MemberId, MemberRow } from '../members/rows.ts';
import type { Work } from '../work.ts';
import { findBundle, isGathering, type Bundle } from './bundles.ts';
import { eventOf, type EmailChoice } from './events.ts';
import { footOf } from './foot.ts';
import type { Notice } from './notice.ts';
import { afterQuiet, readQuiet } from './quiet-hours.ts';
import { offerReply } from './reply-offer.ts';
import type { MailId, NoticeId } from './rows.ts';
import { writeMail } from './write-mail.ts';

type Told = { id: NoticeId; notice: Notice; member: MemberRow; how: EmailChoice };

/**
 * Mails a notice as its member wants it, or not: by itself or gathered with others, outside their
 * quiet hours, and not where they have had a mail about the thread since they were last there.
 */
export async function mailNotice(work: Work, told: Told): Promise<void> {
  const { id, notice, member, how } = told;
  if (how === 'off' || !member.email || !member.email_verified_at) return;
  const turn = turnOf(notice);
  if (turn && !(await takeTurn(work, turn))) {
    await joinThreadMail(work, turn, id);
    return;
  }
  const mail_id = how === 'at-once' ? await byItself(work, told) : await gathered(work, told, how);
  if (mail_id === undefined) return;
  await work.trx('notices').where({ id }).update({ mail_id });
  if (turn) await work.trx('thread_mails').where(turn).update({ mail_id });
}

async function byItself(work: Work, { id, notice, member }: Told): Promise<MailId | undefined> {
  const { kind, memberId, about, caseId, subject, text, button, sendAfter = work.at } = notice;
  const quiet = await readQuiet(work.trx, memberId, work.operator);
  return writeMail(work, {
    ...{ kind, memberId, subject, text, button, to: member.email ?? '' },
    dedupeKey: `notice.${String(id)}`,
    sendAfter: await afterQuiet(work.trx, quiet, sendAfter),
    foot: await footOf(work, memberId, [eventOf(kind)]),
    reply: await offerReply(work, member, [
      {
        ...{ kind, question_id: about?.questionId ?? null, answer_id: about?.answerId ?? null },
        case_id: caseId ?? null,
      },
    ]),
  });
}

const gathered = (work: Work, { notice, member }: Told, how: Bundle) =>
  findBundle(work, member, { how, from: notice.sendAfter ?? work.at });

/**
 * Mails about a thread take turns: the next one only when the member has been there. Reminders are
 * for those who have not, and there are three at most.
 */
type Turn = { member_id: MemberId; question_id: QuestionId };

function turnOf({ kind, memberId, about }: Notice): Turn | undefined {
  if (!about || kind === 'reminder' || eventOf(kind) === undefined) return undefined;
  return { member_id: memberId, question_id: about.questionId };
}

/** Whether the turn was free; the database gives it to one of two who come at the same moment. */
async function takeTurn(work: Work, turn: Turn): Promise<boolean> {
  const taken = work.trx('thread_mails').insert(turn).onConflict(['member_id', 'question_id']);
  return (await taken.ignore().returning('member_id')).length > 0;
}

/** What still gathers about the thread takes this along; a mail of one thing stays as it is. */
async function joinThreadMail(work: Work, turn: Turn, id: NoticeId): Promise<void> {
  const earlier = await work.trx('thread_mails').where(turn).first('mail_id');
  if (!earlier?.mail_id || !(await isGathering(work, earlier.mail_id))) return;
  await work.trx('notices').where({ id }).update({ mail_id: earlier.mail_id });
}
