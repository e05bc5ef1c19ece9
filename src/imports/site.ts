import { ImportError } from './dump-error.ts';
import { asHandle } from './dump-people.ts';

/** The community that is brought in; what it talks about becomes one topic. */
export type Site = {
  /** Tells what came from here: "coffee". */
  key: string;
  name: string;
};

/** The site of a name as it is typed or as a file has it; "coffee" and "Coffee" are one. */
export function siteNamed(typed: string): Site {
  const name = typed.trim().normalize('NFC');
  const key = asHandle(name);
  const { length } = Array.from(name);
  if (length < 2 || length > LONGEST || key === '' || key.length > LONGEST) {
    throw new ImportError(
      `A site cannot be called "${name.slice(0, LONGEST)}". ` +
        'Give --site a name of 2 to 40 characters with Latin letters or digits among them.',
    );
  }
  return { key, name: name.charAt(0).toUpperCase() + name.slice(1) };
}

const LONGEST = 40;
