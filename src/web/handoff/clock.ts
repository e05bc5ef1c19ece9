import type { CaseRow } from '../../handoff/rows.ts';

/** For whom a case waits, and by when we said that we reply. */
export type Clock = {
  tone: 'ok' | 'warn' | 'bad' | 'brand' | '';
  /** In a few words. */
  chip: string;
  /** The same in a sentence, up to the instant. */
  text: string;
  at: Date | undefined;
};

type Turn = Pick<CaseRow, 'state' | 'due_at' | 'waiting_since' | 'closed_at'>;
type Side = { side: 'staff' | 'member'; now: Date };

/** The same clock for both sides, each in its own words. */
export function clockOf(turn: Turn, { side, now }: Side): Clock {
  const words = WORDS[side];
  if (turn.state === 'closed') {
    return { tone: '', chip: 'Closed', text: 'Closed on', at: turn.closed_at ?? undefined };
  }
  if (turn.due_at === null) {
    return { tone: 'brand', chip: words.turn, text: words.since, at: turn.waiting_since };
  }
  const left = turn.due_at.getTime() - now.getTime();
  return left < 0
    ? { tone: 'bad', chip: `Late by ${spanOf(-left)}`, text: words.late, at: turn.due_at }
    : {
        ...{ tone: left < SOON ? 'warn' : 'ok', text: words.due, at: turn.due_at },
        chip: `${words.chip} ${spanOf(left)}`,
      };
}

/** “3 days”, “2 h 5 min”. */
function spanOf(milliseconds: number): string {
  const minutes = Math.ceil(milliseconds / 60_000);
  const [hours, days] = [Math.floor(minutes / 60), Math.floor(minutes / 1440)];
  if (days > 1) return `${String(days)} days`;
  if (hours === 0) return `${String(minutes)} min`;
  return minutes % 60 === 0
    ? `${String(hours)} h`
    : `${String(hours)} h ${String(minutes % 60)} min`;
}

/** Milliseconds before it is due at which a case calls for attention. */
const SOON = 3_600_000;

const WORDS = {
  staff: {
    ...{ turn: 'Waiting for them', since: 'Waiting for the member since', chip: 'Due in' },
    ...{ due: 'We said that we reply by', late: 'We said that we reply by' },
  },
  member: {
    ...{ turn: 'Your turn', since: 'We’ve replied. Waiting for you since', chip: 'Reply within' },
    ...{ due: 'We reply by', late: 'Sorry, we’re late. We said that we reply by' },
  },
} as const;
