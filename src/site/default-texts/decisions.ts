/** What staff may decide and how it is kept. */
export const decisions = `Our team makes two kinds of decisions here: whether an accepted answer is right, and whether a post stays. Both are kept, with a reason, and can’t be rewritten afterwards.

## Checking accepted answers

A share of accepted answers is drawn for a check. A moderator reads the question, the answer as it was accepted and as it is now, and decides:

- **Pass.** Right, clear and safe. The reward is released.
- **Fix.** Right in the main, and mended by our team. The reward is released.
- **Fail.** Wrong, unsafe, copied or out of date. The reward goes back, and the author is told why.

Nobody checks an answer that they wrote, asked for or accepted. For 30 seconds a moderator can undo a slip; after that the decision stands, and another decision has to be made to change it.

On the answer itself, everybody can see that it was checked and how that ended.

## Removing posts

A moderator can take down a question, an answer or a comment for one of these reasons: it holds personal details, it is spam, it is abusive, it is dangerous, it is a copy, or it doesn’t belong here. In its place stands a note with the reason and the date. The text itself can’t be read, searched or exported any more. A moderator can also put a post back.

## What is public

The note in place of each removed post, and the mark on each checked answer. Below stand the figures of every month: how many decisions, on what grounds, how quickly, and how many were overturned. They name nobody.

## Who decides

In every topic our team decides first. Members whose own answers have held up become stewards, by our invitation and in writing. They begin by giving first opinions, which move no money and which our team doesn’t see before it decides. Where enough of these agree with our team’s, two stewards who agree decide, and our team looks at a sample of their decisions and at every fail. Where the figures get worse the topic falls back by itself. Every such step stands below, with its figures.

## If you disagree

For six months you can appeal against a decision about a post or a reward of yours: they stand on [a page of your own](/appeals). Somebody who didn’t make it looks at it again and gives you reasons. If they overturn it, what was taken is given back. If you can’t sign in, ring {{support}}.
`;
