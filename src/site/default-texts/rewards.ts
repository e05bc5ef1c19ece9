/** What is paid, when, and when not. The figures come from the rules in force. */
export const rewards = `An answer earns **{{accepted_answer}}** of airtime when the person who asked marks it as the one that fixed things, and it holds up. We pay for problems solved, not for posts. There is no secret formula: this page is all of it.

## From accepted to yours

1. **Accepted.** The person who asked presses “This fixed it”. {{accepted_answer}} is set aside for you and shows in your wallet as *being checked*. It costs them nothing.
2. **Checked.** Our team reads a share of accepted answers: {{newcomer_share}} in 100 from Newcomers, {{helper_share}} in 100 from Helpers, {{guide_share}} in 100 from Guides, {{steward_share}} in 100 from Stewards. They look for an answer that is right, clear and safe.
3. **Yours.** It moves to your balance when the check passes it. If your answer wasn’t drawn for a check, that happens {{hold_days}} days after it was accepted.

Before your email address is confirmed, rewards wait for you. None is lost.

## When an answer isn’t paid

- You can’t be paid for your own question.
- If the check fails, or the answer is removed, the reward goes back. If it was in your balance already, it is taken from there. We always say why.
- If the person who asked withdraws the acceptance or accepts another answer, the first reward goes back.
- At most {{pair_limit}} answers from you to the same person are paid in {{pair_days}} days.
- You can earn up to {{monthly_cap}} in a month. What goes over that is not owed, and your wallet says so.
- People who work for {{site}} are never paid.

[Levels](/levels) change how often we check, and never what we pay.

## Seeing and using it

Your wallet shows every penny with its reason, its date and a link to the answer, and you can download each month as a file.

Paying out to your phone isn’t open yet. It will start at {{payout_minimum}}. Until then your balance is kept to the penny, and nothing expires.

Think we got one wrong? For six months you can [appeal](/appeals). Somebody who didn’t make the first decision looks again, and gives you reasons.
`;
