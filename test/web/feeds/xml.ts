import { SaxesParser } from 'saxes';

/** An element of a document, with the text directly in it. */
export type Element = {
  name: string;
  attributes: Record<string, string>;
  text: string;
  children: Element[];
};

/** The root of a document; throws where it is not well-formed. */
export function readXml(document: string): Element {
  const open: Element[] = [{ name: '', attributes: {}, text: '', children: [] }];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes, text: '', children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    const element = open.at(-1);
    if (element) element.text += text;
  });
  parser.on('closetag', () => void open.pop());
  parser.write(document).close();
  const root = open[0]?.children[0];
  if (!root) throw new Error('There is nothing in it');
  return root;
}

/** The children of that name. */
export const all = ({ children }: Element, name: string) =>
  children.filter((child) => child.name === name);

/** The only child of that name. */
export function one(element: Element, name: string): Element {
  const [child, ...others] = all(element, name);
  if (!child || others.length > 0) throw new Error(`${element.name} has not one ${name}`);
  return child;
}
