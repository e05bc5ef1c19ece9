import type { Match } from '../../../forum/similar/read-matches.ts';
import type { QuestionRow } from '../../../forum/rows.ts';
import type { PairMember } from '../../../forum/threads/read-pair.ts';
import type { MemberRow } from '../../../members/rows.ts';
import type { QueueItem } from '../../../moderation/queue/read-queue.ts';
import type { UnansweredCase } from '../../../moderation/unanswered/read-unanswered.ts';
import { questionPath } from '../../forum/paths.ts';
import { storedHtml } from '../../forum/stored-html.ts';
import type { Html } from '../../html.ts';
import type { Note } from '../../look/notes.ts';
import type { Choice } from '../../look/choice.ts';
import { choosePage } from '../threads/merge-page.ts';

/** A question that nobody has answered, and what our team can do about it. */
export type UnansweredPage = {
  title: string;
  question: { title: string; html: Html; asker: string; askedAt: Date; topic: string };
  /** Who has been asked, in the order of it. */
  steps: readonly { label: string; at: Date }[];
  /** Why there is nothing to do, or who is at it. */
  note: Note | undefined;
  /** Where it is kept from colleagues for a while; undefined where it is not in the queue. */
  claim: string | undefined;
  acts: { answer: string; id: number; asker: string; merge: Choice | undefined } | undefined;
  back: string;
};

type Needs = UnansweredCase & {
  question: QuestionRow;
  about: PairMember;
  matches: readonly Match[];
  item: QueueItem | undefined;
  viewer: MemberRow;
};

export function unansweredPage(needs: Needs): UnansweredPage {
  const { question, about, item, viewer } = needs;
  const note = noteOf(needs);
  const isOpen = !isOver(needs) && question.author_id !== viewer.id;
  const mayClaim = isOpen && item?.holder === null;
  return {
    title: `Unanswered: ${question.title}`,
    question: {
      ...{ title: question.title, html: storedHtml(question.body_html), asker: about.asker },
      ...{ askedAt: question.asked_at, topic: about.topic },
    },
    ...{ steps: stepsOf(needs), note },
    claim: mayClaim ? `/staff/queue/unanswered/${String(question.id)}/claim` : undefined,
    acts: isOpen ? actsOf(needs) : undefined,
    back: questionPath(question),
  };
}

const isOver = ({ question }: Pick<Needs, 'question'>) =>
  question.state !== 'open' ||
  question.answer_count > 0 ||
  (question.removed_at ?? question.merged_into) !== null;

function noteOf(needs: Needs): Note | undefined {
  const { question, item, viewer } = needs;
  if (isOver(needs))
    return { kind: 'info', icon: 'check', lead: 'It waits for an answer no more.' };
  if (question.author_id === viewer.id) {
    return { kind: 'info', lead: 'You asked it, so a colleague looks after it.' };
  }
  if (item?.holder) return { kind: 'info', lead: `${item.holder} has this one just now.` };
  return undefined;
}

function stepsOf({ question, wait, asked }: Needs): UnansweredPage['steps'] {
  return [
    { label: 'Asked', at: question.asked_at },
    ...asked.map(({ name, asked_at: at }) => ({ label: `${name} was asked, who knows it`, at })),
    ...(wait?.staff_at ? [{ label: 'With our team', at: wait.staff_at }] : []),
  ];
}

const actsOf = ({ question, about, matches }: Needs): UnansweredPage['acts'] => ({
  ...{ answer: `${questionPath(question)}#body`, id: question.id, asker: about.asker },
  merge: choosePage(about, matches, {}).choice,
});
