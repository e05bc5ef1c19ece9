import type { Sanction } from './sanction.ts';

/** From an instant to just before another. */
export type Stretch = { from: Date; to: Date };

type Span = Pick<Sanction, 'id' | 'kind' | 'imposed_at' | 'until' | 'end' | 'overturned'>;

/**
 * The times up to an instant in which a sanction alone kept its member from earning: without those
 * in which another did as well. None for a warning.
 */
export function stretchesOf(sanction: Span, history: readonly Span[], at: Date): Stretch[] {
  if (sanction.kind === 'warning') return [];
  const others = history.filter(
    ({ id, kind, overturned }) => id !== sanction.id && kind !== 'warning' && !overturned,
  );
  return others.reduce(
    (stretches, other) => stretches.flatMap((stretch) => without(stretch, spanOf(other, at))),
    [spanOf(sanction, at)].filter(isSome),
  );
}

function spanOf({ imposed_at, until, end }: Span, at: Date): Stretch {
  const ends = [at, until, end?.ended_at].filter((one) => one instanceof Date);
  return { from: imposed_at, to: new Date(Math.min(...ends.map((one) => one.getTime()))) };
}

const without = ({ from, to }: Stretch, other: Stretch): Stretch[] =>
  [
    { from, to: other.from < to ? other.from : to },
    { from: other.to > from ? other.to : from, to },
  ].filter(isSome);

const isSome = ({ from, to }: Stretch) => from < to;
