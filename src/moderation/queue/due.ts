/** Hours within which something of each risk should be decided; shown as a colour and a shape. */
const HOURS: Readonly<Record<number, number>> = { 1: 96, 2: 72, 3: 24, 4: 8, 5: 2 };

/** When something that waits since an instant should be decided at the latest. */
export function dueAfter(opened: Date, risk: number): Date {
  const hours = HOURS[risk] ?? 96;
  return new Date(opened.getTime() + hours * 3_600_000);
}
