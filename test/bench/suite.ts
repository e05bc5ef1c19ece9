import type { Community } from './audits/acceptance.ts';
import type { BenchServer } from './durable-server.ts';
import type { Gate } from './gates.ts';
import type { History } from './ledger/history.ts';
import type { Posts } from './search/posts.ts';
import type { Asked } from './similar/asked.ts';

/** How long and how often a part measures. */
export type Plan = { rounds: number; seconds: number };

export type Bench = {
  server: Pick<BenchServer, 'url' | 'fresh' | 'kept'>;
  say: (line: string) => void;
  plan: Plan;
  /** Whether a part of the suite was asked for. */
  isWanted: (part: string) => boolean;
  /** Other ledgers to read than the usual ones, for whoever has no time. */
  ledgers?: { small: History; large: History };
  /** How many wait in the two queues that are compared, for the same. */
  queues?: { small: number; large: number };
  /** How many questions are searched, small and large, for the same. */
  asked?: Asked;
  /** How many posts are searched, small and large, for the same. */
  posts?: Posts;
  /** Another community to accept answers in, for the same. */
  community?: Community;
};

/** What a suite has found: its gates, and every figure they came from. */
export type Found = { gates: Gate[]; figures: Record<string, unknown> };

export type Suite = (bench: Bench) => Promise<Found>;
