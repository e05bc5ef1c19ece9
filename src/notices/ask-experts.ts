import { EXPERT_LEAST } from '../forum/experts/find-experts.ts';
import type { QuestionId } from '../forum/rows.ts';
import { holdWait, noteAsked, type HeldWait } from '../forum/unanswered/hold-wait.ts';
import { readUnansweredTerms } from '../forum/unanswered/terms.ts';
import { UNANSWERED } from '../forum/unanswered/unanswered.ts';
import { holdMembers } from '../members/hold-members.ts';
import type { MemberId } from '../members/rows.ts';
import type { Perform, Work } from '../work.ts';
import { EVENTS } from './events.ts';
import { quietSql } from './quiet-hours.ts';
import { tell } from './tell.ts';
import { questionUrl } from './thread-link.ts';

/**
 * Asks those who know its topic about each question that nobody has answered for a while: the best
 * first, so many about one and so many a day of anybody, nobody in their quiet hours. Can be called
 * twice, and by two at once: nobody is asked twice about a question. Answers with how many were.
 */
export async function askExperts(perform: Perform): Promise<number> {
  const due = await perform('system', (work) => findAskable(work));
  let asked = 0;
  for (const id of new Set(due.map(({ question_id }) => question_id))) {
    asked += await perform('system', (work) => askAbout(work, id));
  }
  return asked;
}

/** Whoever can be asked is held, so that of two who ask them at once the later one sees both. */
async function askAbout(work: Work, id: QuestionId): Promise<number> {
  const held = await holdWait(work, id);
  if (!held) return 0;
  const able = await findAskable(work, id);
  await holdMembers(work, membersOf(able));
  const members = membersOf(await findAskable(work, id)).filter((one) =>
    membersOf(able).includes(one),
  );
  await noteAsked(work, held, members);
  await tellThem(work, held, members);
  return members.length;
}

const membersOf = (able: readonly Askable[]) => able.map(({ member_id }) => member_id);

async function tellThem(work: Work, { question }: HeldWait, members: readonly MemberId[]) {
  const { id, title, author_id } = question;
  const topic = await work.trx('topics').where({ id: question.topic_id }).first('name');
  const about = topic?.name ?? 'its topic';
  for (const memberId of members) {
    await tell(work, {
      ...{ kind: 'expert-asked', memberId, by: author_id, about: { questionId: id } },
      dedupeKey: `expert-asked.${String(id)}.${String(memberId)}`,
      subject: `Nobody has answered yet: ${title}`,
      text:
        `You know ${about}: your answers there have held up. Nobody has answered “${title}” yet. ` +
        'If you know how to fix it, whoever asked would be glad. If not, just leave it.',
      button: { label: 'Read the question', url: questionUrl(work.operator, question) },
    });
  }
}

type Askable = { question_id: QuestionId; member_id: MemberId };

/** Of each question, or of one, who comes next, as far as its number and their day allow. */
async function findAskable(work: Work, question?: QuestionId): Promise<Askable[]> {
  const { at, operator, trx } = work;
  const terms = await readUnansweredTerms(trx);
  const { rows } = await trx.raw<{ rows: Askable[] }>(
    `select w.question_id, able.member_id
       from question_waits w
       join questions q on q.id = w.question_id
      cross join lateral (${ABLE}) able
      where w.ended_at is null and w.staff_at is null and ${UNANSWERED}
        and w.since > :overdue and w.since <= :until
        ${question === undefined ? '' : 'and q.id = :question'}
      order by w.since, w.question_id, able.passed desc, able.member_id
      limit :rows`,
    {
      ...{ at, zone: operator.timeZone, question: question ?? null, rows: AT_ONCE },
      until: new Date(at.getTime() - terms.experts_after_minutes * 60_000),
      overdue: new Date(at.getTime() - terms.staff_after_hours * 3_600_000),
      ...{ most: terms.experts_most, daily: terms.daily_most },
      ...{ least: EXPERT_LEAST, usually: EVENTS.experts.usually },
    },
  );
  return rows;
}

/** In one run; the next has the rest. */
const AT_ONCE = 500;

const chosenSql = (channel: 'in-app' | 'email') => `
  (select p.choice from notice_preferences p
    where p.member_id = m.id and p.event = 'experts' and p.channel = '${channel}'
      and (p.topic_id is null or p.topic_id = q.topic_id)
    order by p.topic_id nulls last limit 1)`;

/** Neither the asker nor who has blocked them or is blocked, has muted it or wants no such notices. */
const ABLE = `
  select m.id as member_id, e.passed
    from topic_experts e
    join members m on m.id = e.member_id
    left join notice_settings s on s.member_id = m.id
   where e.topic_id = q.topic_id and e.passed >= :least and m.role = 'member'
     and m.id <> q.author_id and m.closed_at is null
     and (m.suspended_until is null or m.suspended_until <= :at)
     and (m.limited_until is null or m.limited_until <= :at)
     and not exists (select from expert_asks x where x.question_id = q.id and x.member_id = m.id)
     and (select count(*) from expert_asks x
           where x.member_id = m.id and x.asked_at > :at::timestamptz - interval '24 hours')
         < :daily
     and not exists (select from member_blocks b
                      where (b.member_id, b.blocked_id) in ((m.id, q.author_id), (q.author_id, m.id)))
     and not exists (select from thread_mutes u where u.question_id = q.id and u.member_id = m.id)
     and (coalesce(${chosenSql('in-app')}, 'at-once') <> 'off'
          or m.email_verified_at is not null
             and coalesce(${chosenSql('email')}, :usually) <> 'off')
     and not ${quietSql('s')}
   order by e.passed desc, m.id
   limit greatest(0, :most::int
     - (select count(*)::int from expert_asks x where x.question_id = q.id))`;
