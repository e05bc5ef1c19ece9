import type { Events } from '../events.ts';
import type { Work } from '../work.ts';
import { tell } from './tell.ts';

/** Tells everybody in finance once that four fifths of a month's budget for rewards are used. */
export const tellOfBudgetNearlyUsed = (
  work: Work,
  { month }: Events['budget nearly used'],
): Promise<void> =>
  tellFinance(work, {
    key: `budget.${month}.80`,
    subject: `Four fifths of the reward budget of ${nameOf(month)} are used`,
    text: 'Once it is used up, further rewards wait for more budget. Nobody loses any.',
  });

/** Tells everybody in finance once that a month's budget is used up and rewards wait. */
export const tellOfBudgetUsed = (work: Work, { month }: Events['budget used']): Promise<void> =>
  tellFinance(work, {
    key: `budget.${month}.100`,
    subject: `The reward budget of ${nameOf(month)} is used up`,
    text:
      'Further rewards wait until two of you raise it, or until the next month begins. ' +
      'Nobody loses any.',
  });

type Warning = { key: string; subject: string; text: string };

async function tellFinance(work: Work, { key, subject, text }: Warning): Promise<void> {
  const people = await work.trx('members').where({ role: 'finance' }).orderBy('id').select('id');
  for (const { id } of people) {
    await tell(work, {
      ...{ kind: 'budget', memberId: id, subject, text },
      dedupeKey: `${key}.${String(id)}`,
      button: { label: 'See the budget', url: `${work.operator.siteUrl}/finance/rules/budget` },
    });
  }
}

const nameOf = (month: string) =>
  new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00Z`),
  );
