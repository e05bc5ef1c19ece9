import type { Page } from '../../../forum/question-list.ts';
import { deadlineOf } from '../../../moderation/appeals/deadline.ts';
import {
  type AppealableDecision,
  parseSubject,
  subjectOf,
} from '../../../moderation/appeals/decisions.ts';
import type { ListedAppeal } from '../../../moderation/appeals/read-appeals.ts';
import { form, type Form } from '../../form-page.ts';
import type { FieldErrors, Typed } from '../../forms.ts';
import type { Formats } from '../../format.ts';
import { type CaseList, casePager } from '../case-list.ts';
import { chipOf, DECISION_NAMES, groundOf, matterPath } from './appeal-words.ts';

/** A member's appeals, and what they could still appeal against. */
export type MyAppealsPage = CaseList & { open: readonly Open[] };

type Open = { href: string; title: string; text: string };

type Around = { timeZone: string; formats: Pick<Formats, 'longDay'> };

export const myAppealsPage = (
  page: Page<ListedAppeal>,
  appealable: readonly AppealableDecision[],
  after: string | undefined,
  around: Around,
): MyAppealsPage => ({
  title: 'Your appeals',
  lede: 'You can appeal against a decision for six months. Somebody who had no part in it decides.',
  tabs: undefined,
  open: appealable.map((one) => openFor(one, around)),
  rows: page.rows.map(({ subject, ground, plea, made_at, decision, reason }) => {
    const kind = parseSubject(subject)?.kind ?? 'removal';
    const answer = decision ? [`We said: ${reason}`] : ['Somebody looks at it soon.'];
    return {
      ...{ title: DECISION_NAMES[kind], href: undefined, at: made_at, chip: chipOf(decision) },
      lines: [`${groundOf(kind, ground)}.`, `You said: ${plea}`, ...answer],
    };
  }),
  empty: {
    ...{ art: 'done', title: 'No appeals' },
    text: 'If our team decides something about you that you think is wrong, you can say so here.',
  },
  pager: casePager('/appeals', page, { after }),
});

function openFor(decision: AppealableDecision, { timeZone, formats }: Around): Open {
  const last = new Date(`${deadlineOf(decision.decided_at, timeZone)}T12:00:00Z`);
  const about = decision.title === null ? '' : ` “${decision.title}”.`;
  return {
    href: `/appeals/new?of=${subjectOf(decision)}`,
    title: DECISION_NAMES[decision.kind],
    text: `${groundOf(decision.kind, decision.ground)}.${about} Until ${formats.longDay(last)}.`,
  };
}

/** The form to appeal against one decision. */
export type NewAppealPage = {
  title: string;
  /** What was decided, by which rule, when. */
  lead: string;
  at: Date;
  note: string | undefined;
  href: string | undefined;
  form: Form;
};

export const newAppealPage = (
  decision: AppealableDecision,
  { errors, typed }: { errors: FieldErrors | undefined; typed: Typed },
): NewAppealPage => ({
  title: 'Appeal',
  lead: `${DECISION_NAMES[decision.kind]}: ${groundOf(decision.kind, decision.ground).toLowerCase()}.`,
  at: decision.decided_at,
  note: decision.note === '' ? undefined : decision.note,
  href: matterPath(decision),
  form: form(
    {
      ...{ action: '/appeals', submit: 'Send the appeal', hidden: { of: subjectOf(decision) } },
      fields: [
        {
          ...{ name: 'reason', label: 'Why you think it is wrong', kind: 'long' },
          hint: 'Somebody who had no part in the decision reads this and decides.',
        },
      ],
    },
    errors,
    typed,
  ),
});
