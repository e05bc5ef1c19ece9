/** Milliseconds for which something is kept, and how many things are. */
const KEPT_FOR = 600_000;
const MOST = 2_000;

/** Keeps what was worked out for each key for some minutes; the oldest goes where there are many. */
export function createRecent<Key, Value>(now: () => Date) {
  const kept = new Map<Key, { value: Value; until: number }>();
  return async (key: Key, workOut: () => Promise<Value>): Promise<Value> => {
    const at = now().getTime();
    const known = kept.get(key);
    if (known && known.until > at) return known.value;
    const value = await workOut();
    kept.delete(key);
    kept.set(key, { value, until: at + KEPT_FOR });
    const [oldest] = kept.keys();
    if (kept.size > MOST && oldest !== undefined) kept.delete(oldest);
    return value;
  };
}
