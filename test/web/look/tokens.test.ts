import { expect } from 'chai';

import { contrast } from '#src/web/look/oklch.ts';
import { resolveTokens, tokensCss, type TokenName } from '#src/web/look/tokens.ts';

type Pair = readonly [text: TokenName, ground: TokenName, least: number];

const GROUNDS = ['canvas', 'surface', 'sunken', 'raised'] as const;

/** What is read on what, and the contrast that WCAG 2.2 (or our own wish, 7) asks of it. */
const PAIRS: readonly Pair[] = [
  ...GROUNDS.flatMap((ground): Pair[] => [
    ...(['ink', 'ink-2'] as const).map((ink): Pair => [ink, ground, 7]),
    ...(['ink-3', 'brand', 'ok', 'bad', 'staff'] as const).map((ink): Pair => [ink, ground, 4.5]),
  ]),
  ...(['canvas', 'surface', 'raised'] as const).map((ground): Pair => ['field', ground, 3]),
  ...(['brand', 'ok', 'gold', 'bad', 'staff'] as const).map((tone): Pair => [
    'ink',
    `${tone}-tint`,
    7,
  ]),
  ...(['brand', 'ok', 'staff'] as const).flatMap((tone): Pair[] => [
    [`on-${tone}-tint`, `${tone}-tint`, 7],
    ['ink-3', `${tone}-tint`, 4.5],
  ]),
  ...(['gold', 'bad', 'warn'] as const).map((tone): Pair => [
    `on-${tone}-tint`,
    `${tone}-tint`,
    4.5,
  ]),
  ['on-brand', 'brand-fill', 4.5],
  ['on-brand', 'brand-hover', 4.5],
  ['on-gold', 'gold', 7],
  ['on-ok', 'ok-fill', 4.5],
  ['on-bad', 'bad', 4.5],
  ['on-staff', 'staff', 4.5],
  ['ink', 'warn-tint', 7],
  ['warn', 'surface', 4.5],
  ['on-card', 'card', 7],
  ['on-card', 'card-2', 7],
  ['on-card-2', 'card', 4.5],
  ['on-card-2', 'card-2', 4.5],
  ...(['c1', 'c3', 'c4', 'c5'] as const).map((tone): Pair => [tone, 'surface', 3]),
];

describe('The colours', () => {
  it('can be read by day and by night, whatever the hue of the brand', () => {
    const hues = Array.from({ length: 25 }, (_, index) => index * 15);

    const tooFaint = hues.flatMap((hue) => faintPairs(hue));

    expect(tooFaint).to.deep.equal([]);
  });

  it('keep the petrol of the design when no hue is given', () => {
    expect(resolveTokens().brand).to.deep.equal(['#005670', '#65d2ea']);
    expect(resolveTokens()['brand-tint']).to.deep.equal(['#e1f1f6', '#0e303c']);
  });

  it('turn with the hue of the brand and leave money and verdicts alone', () => {
    const [own, plum] = [resolveTokens(), resolveTokens(325)];

    expect(plum.brand).not.to.deep.equal(own.brand);
    expect(plum.c1).not.to.deep.equal(own.c1);
    expect(plum.gold).to.deep.equal(own.gold);
    expect(plum.ok).to.deep.equal(own.ok);
  });

  it('fall back to daylight where a browser has no light-dark()', () => {
    expect(tokensCss()).to.include('--brand:light-dark(#005670,#65d2ea);');
    expect(tokensCss()).to.match(/@supports not .*--brand:#005670;/);
  });
});

function faintPairs(hue: number): string[] {
  const colours = resolveTokens(hue);
  return PAIRS.flatMap(([text, ground, least]) =>
    ([0, 1] as const)
      .map((theme) => contrast(colours[text][theme], colours[ground][theme]))
      .filter((ratio) => ratio < least)
      .map((ratio) => `${text} on ${ground} at hue ${hue}: ${ratio.toFixed(2)} < ${least}`),
  );
}
