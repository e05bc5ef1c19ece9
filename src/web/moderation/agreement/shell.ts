/** Where the pages on agreement stand. */
export const SHELL = { nav: 'staff', here: 'agreement', noindex: true } as const;
