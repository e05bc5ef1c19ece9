import { TooMany, Unavailable } from '../../../refusals.ts';

/** How many streams one process keeps open: in all, and for one address. */
export type Most = { all: number; perAddress: number };

/** Lets somebody in, and answers with what to call when they have left. */
export type Admission = (address: string) => () => void;

/** Refuses the next stream of an address (429) or of everybody (503) where there are enough. */
export function createAdmission({ all, perAddress }: Most): Admission {
  const inside = new Map<string, number>();
  let total = 0;
  return (address) => {
    const here = inside.get(address) ?? 0;
    if (here >= perAddress) throw new TooMany(RETRY_AFTER);
    if (total >= all)
      throw new Unavailable('We’re a bit busy. Reload the page to see what is new.');
    total += 1;
    inside.set(address, here + 1);
    return () => {
      total -= 1;
      const left = (inside.get(address) ?? 1) - 1;
      if (left > 0) inside.set(address, left);
      else inside.delete(address);
    };
  };
}

/** Seconds. */
const RETRY_AFTER = 60;
