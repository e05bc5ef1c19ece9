/** Every drawing of numbers: made on the server, sized by its box, readable without sight. */
export { bars, type BarChart } from './bars.ts';
export { line, type LineChart } from './line.ts';
export { meter, segs } from './meters.ts';
export type { Chart, Tone } from './chart-frame.ts';
