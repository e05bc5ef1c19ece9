/** A step on the way down to a page. */
export type Crumb = { href: string; label: string };

export type Crumbs = { crumbs: readonly Crumb[] };
