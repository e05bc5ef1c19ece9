/** A ratio, or another figure that does not depend on the machine, and how far it may go. */
export type Gate = {
  name: string;
  measured: number;
  /** One of the two. */
  atLeast?: number;
  atMost?: number;
  /** What the figure is: "×" for a ratio, "MB". */
  unit: string;
};

export const hasPassed = ({ measured, atLeast = -Infinity, atMost = Infinity }: Gate): boolean =>
  measured >= atLeast && measured <= atMost;

export const limitOf = ({ atLeast, atMost, unit }: Gate): string =>
  atLeast === undefined ? `≤ ${String(atMost)} ${unit}` : `≥ ${String(atLeast)} ${unit}`;

export const sayGate = (gate: Gate): string =>
  [
    hasPassed(gate) ? 'PASS' : 'FAIL',
    gate.name.padEnd(72),
    `${gate.measured.toFixed(2)} ${gate.unit}`.padStart(10),
    ` (${limitOf(gate)})`,
  ].join(' ');
