import type { MemberId } from '../../members/rows.ts';
import type { StrongPair } from './strong-pairs.ts';

/**
 * The members of each circle: the strongly connected components of two or more, each in ascending
 * order. R. Tarjan, Depth-first search and linear graph algorithms (1972), with a stack of its own
 * instead of recursion, so that a long chain of members cannot exhaust the program's.
 */
export function circlesOf(pairs: readonly StrongPair[]): MemberId[][] {
  const nodes = nodesOf(pairs);
  const open: Node[] = [];
  const circles: MemberId[][] = [];
  let order = 0;
  const enter = (node: Node) => {
    order += 1;
    Object.assign(node, { order, low: order, isOpen: true });
    open.push(node);
  };
  for (const root of nodes.values()) {
    if (root.order > 0) continue;
    const path = [root];
    enter(root);
    for (let node = path.at(-1); node; node = path.at(-1)) {
      const next = node.authors[node.seen];
      node.seen += 1;
      if (next?.order === 0) {
        enter(next);
        path.push(next);
      } else if (next) {
        if (next.isOpen) node.low = Math.min(node.low, next.order);
      } else {
        path.pop();
        const before = path.at(-1);
        if (before) before.low = Math.min(before.low, node.low);
        if (node.low === node.order) circles.push(close(open, node));
      }
    }
  }
  return circles.filter(({ length }) => length > 1);
}

type Node = {
  id: MemberId;
  authors: Node[];
  /** How many of the authors have been looked at. */
  seen: number;
  /** When it was first met, from 1; 0 before. */
  order: number;
  /** The earliest that can be reached from it among the open ones. */
  low: number;
  isOpen: boolean;
};

function nodesOf(pairs: readonly StrongPair[]): Map<MemberId, Node> {
  const nodes = new Map<MemberId, Node>();
  const nodeOf = (id: MemberId) => {
    const node = nodes.get(id) ?? { id, authors: [], seen: 0, order: 0, low: 0, isOpen: false };
    nodes.set(id, node);
    return node;
  };
  for (const { asker_id, author_id } of pairs) nodeOf(asker_id).authors.push(nodeOf(author_id));
  return nodes;
}

/** Everything that was opened since the first of a component, which belongs to it. */
function close(open: Node[], first: Node): MemberId[] {
  const members = open.splice(open.indexOf(first));
  for (const member of members) member.isOpen = false;
  return members.map(({ id }) => id).sort((one, other) => one - other);
}
