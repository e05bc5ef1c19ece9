import type { CDPSession, Page } from 'playwright-core';

/** What a screen reader is told of one thing on a page. */
export type Heard = {
  role: string;
  name: string;
  description: string;
  /** Of a heading. */
  level: number | undefined;
  /** The names of what it stands in, from the inside to the outside. */
  within: readonly { id: string; role: string; name: string }[];
  element: Element | undefined;
};

/** An element as it is written. */
export type Element = {
  tag: string;
  attributes: ReadonlyMap<string, string>;
  parent: Element | undefined;
};

/** A page, unfolded, as Chromium hands it to a screen reader, in the order in which it is read. */
export async function hear(page: Page): Promise<Heard[]> {
  await page.evaluate(() => {
    for (const folded of document.querySelectorAll('details')) {
      folded.removeAttribute('name');
      folded.open = true;
    }
  });
  const session = await page.context().newCDPSession(page);
  const elements = await elementsOf(session);
  const { nodes }: { nodes: AxNode[] } = await session.send('Accessibility.getFullAXTree');
  await session.detach();

  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const around = (node: AxNode): AxNode[] => {
    const parent = node.parentId === undefined ? undefined : byId.get(node.parentId);
    return parent ? [parent, ...around(parent)] : [];
  };
  const listen = (node: AxNode): Heard => ({
    ...saidOf(node),
    within: around(node).map(saidOf),
    element: elements.get(node.backendDOMNodeId ?? -1),
  });
  const inOrder = (node: AxNode): AxNode[] => [
    node,
    ...(node.childIds ?? []).flatMap((id) => inOrder(byId.get(id)!)),
  ];
  return nodes[0]
    ? inOrder(nodes[0])
        .filter(({ ignored }) => !ignored)
        .map(listen)
    : [];
}

type AxNode = {
  nodeId: string;
  ignored: boolean;
  role?: { value?: string };
  name?: { value?: string };
  description?: { value?: string };
  properties?: { name: string; value: { value?: unknown } }[];
  parentId?: string;
  childIds?: string[];
  backendDOMNodeId?: number;
};

function saidOf({ nodeId, role, name, description, properties = [] }: AxNode) {
  const level: unknown = properties.find((one) => one.name === 'level')?.value.value;
  return {
    id: nodeId,
    role: role?.value ?? '',
    name: (name?.value ?? '').trim(),
    description: (description?.value ?? '').trim(),
    level: typeof level === 'number' ? level : undefined,
  };
}

/** Every element of a page by the number that the tree for screen readers knows it by. */
async function elementsOf(session: CDPSession): Promise<Map<number, Element>> {
  const { root } = await session.send('DOM.getDocument', { depth: -1 });
  const elements = new Map<number, Element>();
  const walk = (node: typeof root, parent: Element | undefined) => {
    const words = node.attributes ?? [];
    const pairs = words.flatMap((word, at): [string, string][] =>
      at % 2 === 0 ? [[word, words[at + 1] ?? '']] : [],
    );
    const element = { tag: node.localName, attributes: new Map(pairs), parent };
    elements.set(node.backendNodeId, element);
    for (const child of node.children ?? []) walk(child, element);
  };
  walk(root, undefined);
  return elements;
}
