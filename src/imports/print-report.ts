import { decimal } from '../ledger/money.ts';
import type { ImportReport, Refused } from './report.ts';

/** What an import has done, a line to each thing, for whoever ran it. */
export function printReport(report: ImportReport, currency: string): string {
  const { site, topic, added, known, held, refused, skipped, closedAlready } = report;
  const { people, questions, answers, acceptances } = added;
  const isNew = people + questions + answers + acceptances > 0;
  const lines = [
    ...line(people, 'new member', 'who cannot sign in'),
    ...line(questions, 'question'),
    ...line(answers, 'answer'),
    ...line(acceptances, 'acceptance'),
    ...line(held.rewards, 'reward', `set aside: ${decimal(held.amountMinor)} ${currency}`),
    ...[...refused].flatMap(([why, count]) => line(count, 'reward', `refused: ${REASONS[why]}`)),
    ...line(known, 'row', 'here already, left as it was'),
    ...line(skipped.tagWikis, 'row', 'skipped: a text about a tag'),
    ...line(skipped.other, 'row', 'skipped: neither a question nor an answer'),
    ...line(skipped.acceptances, 'acceptance', 'skipped: the answer is not in the file'),
    ...line(skipped.takenDown, 'row', 'skipped: our team has taken down what it belongs to'),
  ];
  const headline = isNew
    ? `${site.name} is in the topic ${topic}.`
    : `Nothing new from ${site.name}.`;
  return `${[headline, ...lines, ...remark(closedAlready)].join('\n')}\n`;
}

const REASONS: Record<Refused, string> = {
  'own-question': 'nobody is paid for their own question',
  staff: 'staff are not paid',
  'pair-limit': 'too many from the same asker',
  'monthly-cap': 'the month’s limit was reached',
  'daily-cap': 'the day’s limit was reached',
  sanctioned: 'nobody earns while a sanction is in force',
  copy: 'copies of earlier answers are not paid',
  'paid-already': 'an answer is paid once',
};

function line(count: number, what: string, note?: string): string[] {
  if (count === 0) return [];
  const words = count === 1 ? what : `${what}s`;
  return [`  ${String(count).padStart(5)} ${words}${note === undefined ? '' : `, ${note}`}`];
}

const remark = (closedAlready: ImportReport['closedAlready']) =>
  closedAlready.length === 0
    ? []
    : [
        `Closed already, and left as they were: ${closedAlready.join(', ')}. ` +
          'What was set aside here is carried forward by the months after them.',
      ];
