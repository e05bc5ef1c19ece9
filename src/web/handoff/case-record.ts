import type { CaseEvent } from '../../handoff/read-case.ts';
import type { CaseRead } from './case-page.ts';

/** What our people did with a case and said about it among themselves. */
export type RecordLine = { text: string; note: string; at: Date };

/** The latest first. */
export function recordOf({ events, notes }: Pick<CaseRead, 'events' | 'notes'>): RecordLine[] {
  const happened = events.map((event) => ({
    text: wordsOf(event),
    note: event.note,
    at: event.happened_at,
  }));
  const noted = notes.map(({ author, body, written_at }) => ({
    ...{ text: `${author.name} noted`, note: body, at: written_at },
  }));
  return [...noted, ...happened].sort((one, other) => other.at.getTime() - one.at.getTime());
}

function wordsOf({ act, actor, to }: CaseEvent): string {
  switch (act) {
    case 'opened':
      return `${actor} opened it`;
    case 'assigned':
      return actor === to ? `${actor} took it` : `${actor} gave it to ${to ?? ''}`;
    case 'released':
      return `${actor} gave it back to everybody`;
    case 'handed-over':
      return `${actor} handed it to ${to ?? ''}`;
    case 'closed':
      return `${actor} closed it`;
    case 'reopened':
      return `${actor} opened it again`;
    case 'redacted':
      return `${actor} took out a message`;
  }
}
