import { askQuestion } from '#src/forum/ask-question.ts';
import { postAnswer } from '#src/forum/post-answer.ts';
import type { AnswerRow, QuestionRow, QuestionWaitRow, TopicRow } from '#src/forum/rows.ts';
import type { MemberId, MemberRow, NewMemberRow } from '#src/members/rows.ts';
import { queueUnanswered } from '#src/moderation/unanswered/queue-unanswered.ts';
import { askExperts } from '#src/notices/ask-experts.ts';
import { createMarkdown } from '#src/web/markdown.ts';
import type { Domain } from '#test/support/domain.ts';
import { aMember } from '#test/support/make.ts';

/** Noon of a Thursday, when nobody's hours are quiet. */
export const NOON = new Date('2026-01-15T12:00:00Z');

export const hoursAfter = (hours: number, from = NOON) =>
  new Date(from.getTime() + hours * 3_600_000);

/** Asking, answering and being asked as people and the clock do it. */
export function waiting(domain: Pick<Domain, 'db' | 'owner' | 'perform' | 'now'>) {
  const perform: Domain['perform'] = (actor, command) => domain.perform(actor, command);
  const markdown = createMarkdown();
  let nth = 0;
  const aHelper = (details: Partial<NewMemberRow> = {}) =>
    aMember(domain.owner, { level: 'helper', ...details });
  return {
    aHelper,
    /** Knows a topic by so many answers that held up. */
    anExpert: async (topic: TopicRow, { passed = 3, ...details } = {}): Promise<MemberRow> => {
      const member = await aHelper(details);
      await domain.owner('topic_experts').insert({
        ...{ topic_id: topic.id, member_id: member.id, passed },
        last_passed_at: new Date('2026-01-10T12:00:00Z'),
      });
      return member;
    },
    ask: async (topic: TopicRow, asker?: MemberRow): Promise<QuestionRow> =>
      perform(asker ?? (await aHelper()), (work) =>
        askQuestion(work, markdown, {
          title: `Why does this keep happening to me, number ${String((nth += 1))}?`,
          ...{ topic: topic.slug, body: 'Since this morning.' },
        }),
      ),
    answer: (by: MemberRow, { id }: Pick<QuestionRow, 'id'>): Promise<AnswerRow> =>
      perform(by, (work) =>
        postAnswer(work, markdown, {
          question: id,
          body: `Turn it off ${String((nth += 1))} times.`,
        }),
      ),
    /** What the job does, each minute. */
    sweep: async () => {
      await askExperts(perform);
      await queueUnanswered(domain.db, perform, domain.now());
    },
    askedAbout: ({ id }: Pick<QuestionRow, 'id'>): Promise<MemberId[]> =>
      domain.db('expert_asks').where({ question_id: id }).orderBy('member_id').pluck('member_id'),
    waitOf: ({ id }: Pick<QuestionRow, 'id'>): Promise<QuestionWaitRow | undefined> =>
      domain.db('question_waits').where({ question_id: id }).first(),
    itemsOf: ({ id }: Pick<QuestionRow, 'id'>): Promise<string[]> =>
      domain
        .db('queue_items')
        .where({ kind: 'unanswered', subject_id: id })
        .orderBy('id')
        .pluck('state'),
  };
}
