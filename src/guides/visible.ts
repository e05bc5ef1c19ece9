/** What readers can see of guides, as SQL about a guide `g`: the one rule for lists and search. */
export const visibleGuide = "(g.state = 'published')";
