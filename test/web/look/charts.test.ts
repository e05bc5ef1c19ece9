import { expect } from 'chai';

import { bars, line, meter, segs } from '#src/web/look/charts.ts';

const pounds = (pence: bigint) => `£${pence / 100n}`;
const words = { id: 'c', title: 'Earned', desc: 'From £5 to <£10>.', format: pounds };

describe('Charts', () => {
  it('say in words what they show', () => {
    const chart = bars({ ...words, labels: ['Jun'], series: [{ tone: 1, values: [500n] }] });

    expect(chart).to.include('<title id="c-t">Earned</title>');
    expect(chart).to.include('<desc id="c-d">From £5 to &lt;£10&gt;.</desc>');
  });

  it('stack the parts of a bar and write the total above the one that matters', () => {
    const series = [
      { tone: 1, values: [400n, 600n] },
      { tone: 2, values: [100n, 200n] },
    ] as const;

    const chart = bars({ ...words, labels: ['Jun', 'Jul'], series, highlight: 1 });

    expect(chart.match(/class="f1"/g)).to.have.length(2);
    expect(chart.match(/class="f2"/g)).to.have.length(2);
    expect(chart).to.match(/class="strong"[^>]*>£8</);
  });

  it('keep their axis on round numbers, however large the amounts', () => {
    const values = [123_456_789_012_345_678_900n];

    const chart = bars({ ...words, labels: ['Jun'], series: [{ tone: 1, values }] });

    expect(chart).to.include('>£1600000000000000000<');
    expect(chart).not.to.match(/NaN|Infinity|undefined/);
  });

  it('draw nothing but the axis where there is nothing to draw', () => {
    const empty = { ...words, labels: ['Jun', 'Jul'] };

    const charts = [
      bars({ ...empty, series: [{ tone: 1, values: [0n, 0n] }] }),
      line({ ...empty, series: [{ tone: 1, values: [0n, 0n] }] }),
      line({ ...words, labels: [], series: [{ tone: 1, values: [] }] }),
    ];

    expect(charts.join('')).not.to.match(/NaN|Infinity|undefined/);
  });

  it('end a line with its latest value and show the target', () => {
    const chart = line({
      ...words,
      labels: ['1 Nov', '8 Nov', '15 Nov'],
      series: [{ tone: 1, values: [1100n, 900n, 700n] }],
      target: { value: 1000n, label: 'target' },
    });

    expect(chart).to.match(/class="strong"[^>]*>£7</);
    expect(chart).to.match(/>target</);
  });

  it('fill a meter to its share and never past its end', () => {
    expect(meter(1150n, 2000n, '£11.50 of £20.00', 2)).to.include('class="f2" width="57.5"');
    expect(meter(30n, 20n, 'over')).to.include('width="100"');
    expect(meter(1n, 0n, 'of nothing')).to.include('width="0"');
  });

  it('give each thing of a batch its own block', () => {
    const batch = segs(
      [
        { count: 2, tone: 3 },
        { count: 1, tone: 4 },
      ],
      '2 passed, 1 failed',
    );

    expect(batch.match(/<rect/g)).to.have.length(3);
    expect(batch).to.include('aria-label="2 passed, 1 failed"');
  });

  it('use attributes alone, so that a strict policy lets them through', () => {
    const chart = line({ ...words, labels: ['a'], series: [{ tone: 1, values: [1n] }] });

    expect(chart).not.to.include('style=');
  });
});
