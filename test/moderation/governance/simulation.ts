import { decideMode, type Mode, type Thresholds } from '#src/moderation/governance/decide-mode.ts';
import { figuresOf, type DoubleAudit } from '#src/moderation/governance/figures.ts';

/** How a steward judges. */
export type Character = 'good' | 'lazy' | 'colluding';

/** An answer that waits to be audited, as only the simulation knows it. */
export type Answer = { isBad: boolean; byFriend: boolean };

export type Verdict = DoubleAudit['staff'];

/** The thresholds that the community begins with. */
export const DEFAULTS: Thresholds & { sample_percent: number } = {
  ...{ window_size: 300, qualify_count: 200 },
  ...{ qualify_error_permille: 20, qualify_kappa_percent: 60 },
  ...{ keep_error_permille: 40, keep_kappa_percent: 50 },
  ...{ mixed_count: 100, mixed_error_permille: 150, mixed_kappa_percent: 20 },
  sample_percent: 20,
};

/** The same numbers from 0 to 1 for the same seed, for ever: Mulberry32. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** How many answers are bad; and how many are by friends of those who collude, half of them bad. */
export type World = { badShare: number; friendShare: number };

export const USUAL: World = { badShare: 0.08, friendShare: 1 / 7 };

export function anAnswerOf(random: () => number, { badShare, friendShare }: World): Answer {
  const byFriend = random() < friendShare;
  return { byFriend, isBad: random() < (byFriend ? 0.5 : badShare) };
}

/** What a steward says: the careful err once in five hundred, as staff do once in a thousand. */
export function judge(character: Character, answer: Answer, random: () => number): Verdict {
  const slips = random() < 0.002;
  if (character === 'lazy') return 'pass';
  if (character === 'colluding' && answer.byFriend) return 'pass';
  return answer.isBad === slips ? 'pass' : 'fail';
}

export const judgeAsStaff = (answer: Answer, random: () => number): Verdict =>
  answer.isBad === random() < 0.001 ? 'pass' : 'fail';

/** A topic whose dial turns by the very functions that turn the real one. */
export function aSimulatedTopic({
  seed,
  stewards,
  world = USUAL,
}: {
  seed: number;
  stewards: readonly Character[];
  world?: World;
}) {
  const random = randomFrom(seed);
  const doubles: DoubleAudit[] = [];
  let [mode, evidenceFrom, audits, checked]: [Mode, number, number, number] = ['mixed', 0, 0, 0];
  let serving = stewards;
  const steps: { to: Mode; because: string; audits: number; checked: number }[] = [];
  let wrongly = 0;

  function review(night: boolean): void {
    const window = doubles.slice(evidenceFrom).slice(-DEFAULTS.window_size);
    const turn = decideMode(figuresOf(window, serving.length), mode, DEFAULTS);
    if (!turn || (turn.to === 'community' && !night)) return;
    if (turn.to !== 'community') evidenceFrom = doubles.length;
    mode = turn.to;
    steps.push({ ...turn, audits, checked });
  }

  const pick = () => Math.floor(random() * serving.length);
  const say = (place: number, answer: Answer) => judge(serving[place] ?? 'good', answer, random);

  function double(said: DoubleAudit['stewards'], answer: Answer): void {
    doubles.push({ stewards: said, staff: judgeAsStaff(answer, random) });
    checked += 1;
    review(false);
  }

  function decideTogether(answer: Answer): void {
    const first = pick();
    const second = (first + 1 + Math.floor(random() * (serving.length - 1))) % serving.length;
    const [one, other] = [say(first, answer), say(second, answer)];
    if (one !== other) return;
    if ((one === 'fail') !== answer.isBad) wrongly += 1;
    if (random() * 100 < DEFAULTS.sample_percent) double(one, answer);
  }

  /** A hundred audits make a day, after which the dial may turn up. */
  function audit(count: number): void {
    for (let done = 0; done < count; done += 1) {
      audits += 1;
      const answer = anAnswerOf(random, world);
      if (mode === 'mixed') double(say(pick(), answer), answer);
      else if (mode === 'community') decideTogether(answer);
      if (audits % 100 === 0) review(true);
    }
  }

  return {
    audit,
    replace: (others: readonly Character[]) => (serving = others),
    mode: () => mode,
    steps: () => steps,
    audits: () => audits,
    checked: () => checked,
    wrongly: () => wrongly,
  };
}
