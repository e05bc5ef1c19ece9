/** What reading pages would write, gathered in memory so that it writes nothing. */
export type Gathering<Key, Value> = {
  add: (key: Key, value: Value) => void;
  /** Writes down what was gathered, at once; kept for next time if it fails. */
  flush: () => Promise<void>;
};

type Needs<Key, Value> = {
  /** What two under the same key come to. */
  together: (one: Value, other: Value) => Value;
  write: (gathered: ReadonlyMap<Key, Value>) => Promise<unknown>;
  /** Once there are so many keys, what comes under others is gathered under this one. */
  bound?: { most: number; rest: Key };
};

/** Gathers until whoever made it calls `flush`. */
export function createGathering<Key, Value>({
  together,
  write,
  bound,
}: Needs<Key, Value>): Gathering<Key, Value> {
  let gathered = new Map<Key, Value>();
  const isRoom = (key: Key) => !bound || gathered.has(key) || gathered.size < bound.most;
  const add = (wanted: Key, value: Value) => {
    const key = bound && !isRoom(wanted) ? bound.rest : wanted;
    const before = gathered.get(key);
    gathered.set(key, before === undefined ? value : together(before, value));
  };
  const flush = async () => {
    if (gathered.size === 0) return;
    const taken = gathered;
    gathered = new Map();
    try {
      await write(taken);
    } catch (error) {
      for (const [key, value] of taken) add(key, value);
      throw error;
    }
  };
  return { add, flush };
}
