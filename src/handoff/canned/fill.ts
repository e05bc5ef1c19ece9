/** What a canned reply may name: the member, whoever writes, and what the case is about. */
export const VARIABLES = ['name', 'me', 'subject'] as const;

type Filling = Record<(typeof VARIABLES)[number], string>;

/** A canned reply with what its variables stand for; what is in braces and none stays as it is. */
export const fill = (body: string, filling: Filling): string =>
  body.replaceAll(/\{([a-z]+)\}/g, (typed, name: string) =>
    Object.hasOwn(filling, name) ? filling[name as keyof Filling] : typed,
  );
