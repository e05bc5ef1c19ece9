import type { Sanction } from '../../../moderation/sanctions/sanction.ts';
import { isInForce } from '../../../moderation/sanctions/sanction.ts';
import { FINDING_STATES, FRAUD_STATES, REPORT_ENDS, SANCTION_KINDS } from './file-words.ts';
import type { FileRead, FileView } from './member-file-page.ts';

/** A line of what stands against a member and for them. */
export type FileLine = {
  what: string;
  text: string;
  href: string | undefined;
  at: Date | undefined;
};

export function recordLines({ record, sanctions }: FileRead, view: FileView): FileLine[] {
  return [
    ...sanctions.map((sanction) => sanctionLine(sanction, view)),
    ...record.fraud.map(({ id, state, score, opened_at }) => ({
      ...{ what: 'Suspected fraud', text: `${FRAUD_STATES[state]}, ${String(score)} of 100` },
      ...{ href: `/staff/fraud/${String(id)}`, at: opened_at },
    })),
    ...record.appeals.map(({ id, decision, made_at }) => ({
      ...{ what: 'Appeal', text: decision ?? 'waiting', at: made_at },
      href: `/staff/appeals/${String(id)}`,
    })),
    ...tallyLine('Reports about them', record.reported, (word) =>
      word === null ? 'waiting' : REPORT_ENDS[word],
    ),
    ...tallyLine('Reports by them', record.made, (word) =>
      word === null ? 'waiting' : REPORT_ENDS[word],
    ),
    ...tallyLine('Personal data in posts', record.findings, (word) => FINDING_STATES[word]),
  ];
}

function sanctionLine(sanction: Sanction, { at, formats }: FileView): FileLine {
  const { kind, label, imposer, until, end, overturned, imposed_at } = sanction;
  const ends = isInForce(sanction, at)
    ? [until ? `in force until ${formats.dateTime(until)}` : 'in force']
    : [overturned ? 'overturned' : (end?.how ?? 'over')];
  return {
    what: SANCTION_KINDS[kind],
    text: [label, `by ${imposer}`, ...ends].join(', '),
    ...{ href: undefined, at: imposed_at },
  };
}

function tallyLine<Word>(
  what: string,
  tally: readonly { word: Word; count: number }[],
  say: (word: Word) => string,
): FileLine[] {
  if (tally.length === 0) return [];
  const text = tally.map(({ word, count }) => `${String(count)} ${say(word)}`).join(', ');
  return [{ what, text, href: undefined, at: undefined }];
}
