import { between, DAYS, type Happened } from './honest.ts';
import type { Random } from './random.ts';

/** A ring that is planted: what it is like, and who is in it. */
export type PlantedRing = { kind: string; members: number[] };

/** What is planted among honest members, to see what finds it. */
export type Planted = {
  rings: PlantedRing[];
  happened: Happened[];
  /** Members by the browser they share. */
  devices: number[][];
};

/** A kind of ring; `quick` is the share accepted within the hour. */
type Kind = {
  kind: string;
  sizes: number[];
  shape: 'clique' | 'circle';
  quick: number;
  sharesDevice: boolean;
};

/** Fifty-four members in all. The last kind leaves no trace but that it is a circle. */
const KINDS: Kind[] = [
  { kind: 'clique, quick', sizes: [3, 4, 5], shape: 'clique', quick: 0.95, sharesDevice: false },
  { kind: 'one way, quick', sizes: [4, 5, 7], shape: 'circle', quick: 0.95, sharesDevice: false },
  {
    kind: 'clique, slow, one device',
    sizes: [6, 2],
    shape: 'clique',
    quick: 0,
    sharesDevice: true,
  },
  {
    kind: 'one way, slow, one device',
    sizes: [5, 3],
    shape: 'circle',
    quick: 0,
    sharesDevice: true,
  },
  { kind: 'clique, mostly quick', sizes: [5], shape: 'clique', quick: 0.7, sharesDevice: false },
  {
    kind: 'clique, slow, no device',
    sizes: [3, 2],
    shape: 'clique',
    quick: 0,
    sharesDevice: false,
  },
];

const FRIENDS = 60;

/**
 * Rings, and honest members who look a little like them: friends who answer each other, families
 * and a library that share a computer, an expert whom many accept and who asks in turn.
 */
export function plant(random: Random, members: number): Planted {
  const ofRings = planRings(random, members);
  const expert = Math.max(2, Math.ceil(members / 10));
  return {
    rings: ofRings.rings,
    devices: [...ofRings.devices, ...sharedComputers(random, members)],
    happened: [
      ...ofRings.happened,
      ...friends(random, members),
      ...popular(random, expert, members),
    ],
  };
}

/** Rings are made of members from the last fifth on, who ask and answer honestly too. */
function planRings(random: Random, community: number): Planted {
  const planted: Planted = { rings: [], happened: [], devices: [] };
  let next = Math.floor(community * 0.8);
  for (const { kind, sizes, ...way } of KINDS) {
    for (const size of sizes) {
      const members = Array.from({ length: size }, (_, index) => next + index);
      next += size + 3;
      planted.rings.push({ kind, members });
      planted.happened.push(...acceptances(random, members, way));
      if (way.sharesDevice) planted.devices.push(members.slice(0, Math.max(2, size - 1)));
    }
  }
  return planted;
}

/** Within forty days each accepts from the next, or from all others, three to six times. */
function acceptances(
  random: Random,
  members: readonly number[],
  { shape, quick }: Pick<Kind, 'shape' | 'quick'>,
): Happened[] {
  const from = random.next() * (DAYS - 50);
  return members.flatMap((asker, index) => {
    const others = members.filter((member) => member !== asker);
    const next = members[(index + 1) % members.length] ?? asker;
    return (shape === 'clique' ? others : [next]).flatMap((author) =>
      Array.from({ length: 3 + random.below(4) }, () =>
        between(random, asker, author, random.chance(quick), { from, days: 40 }),
      ),
    );
  });
}

/** Three to five times each way, over the whole year; a fifth within the hour. */
const friends = (random: Random, community: number): Happened[] =>
  Array.from({ length: FRIENDS }, (_, nth) => {
    const [one, other] = [
      Math.floor(community * 0.5) + 2 * nth,
      Math.floor(community * 0.5) + 2 * nth + 1,
    ];
    const often = () => Array.from({ length: 3 + random.below(3) }, () => random.chance(0.2));
    return [
      ...often().map((quick) => between(random, one, other, quick)),
      ...often().map((quick) => between(random, other, one, quick)),
    ];
  }).flat();

/** Families whose members may accept each other once, and a library's computer. */
function sharedComputers(random: Random, community: number): number[][] {
  const begin = Math.floor(community * 0.3);
  const families = Array.from({ length: 100 }, (_, nth) => [begin + 2 * nth, begin + 2 * nth + 1]);
  return [...families, Array.from({ length: 40 }, () => 1 + random.below(community))];
}

/** Fans come back five times; the expert asks too, and thanks a few. */
function popular(random: Random, expert: number, community: number): Happened[] {
  const fans = Array.from({ length: 30 }, () => 1 + random.below(Math.floor(community * 0.25)));
  const others = Array.from({ length: 1_000 }, () => 1 + random.below(community));
  const askers = [...fans.flatMap((fan) => Array<number>(5).fill(fan)), ...others];
  const thanked = Array.from({ length: 20 }, () => fans[random.below(10)] ?? 1);
  return [
    ...askers.map((asker) => [asker, expert] as const),
    ...thanked.map((author) => [expert, author] as const),
  ]
    .filter(([asker, author]) => asker !== author)
    .map(([asker, author]) => between(random, asker, author, random.chance(0.35)));
}
