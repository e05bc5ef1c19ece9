/** Where a model puts a text: as many dimensions as the model has, a signed byte each. */
export type Place = Int8Array;

/** The place of a vector of any length: only its direction counts. */
export function placeOf(vector: readonly number[]): Place {
  const most = vector.reduce((max, one) => Math.max(max, Math.abs(one)), 0);
  return Int8Array.from(vector, (one) => (most === 0 ? 0 : Math.round((one / most) * 127)));
}

/** How alike two places are: their cosine, from −1 to 1; 0 where one is nowhere. */
export function nearness(one: Place, other: Place): number {
  let [sum, ones, others] = [0, 0, 0];
  for (let at = 0; at < one.length; at += 1) {
    const [a, b] = [one[at] ?? 0, other[at] ?? 0];
    sum += a * b;
    ones += a * a;
    others += b * b;
  }
  return sum === 0 ? 0 : sum / Math.sqrt(ones * others);
}

/** The place in the middle of some, at least one. */
export function middleOf(places: readonly Place[]): Place {
  const sums = new Array<number>(places[0]?.length ?? 0).fill(0);
  for (const place of places) {
    const length = Math.sqrt(place.reduce((sum, one) => sum + one * one, 0)) || 1;
    place.forEach((one, at) => {
      sums[at] = (sums[at] ?? 0) + one / length;
    });
  }
  return placeOf(sums);
}

/** As the database keeps it. */
export const packed = (place: Place): Buffer =>
  Buffer.from(place.buffer, place.byteOffset, place.byteLength);

/** As it comes from the database. */
export const unpacked = (bytes: Buffer): Place =>
  new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
