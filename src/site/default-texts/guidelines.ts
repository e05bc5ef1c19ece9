/** How people behave here, in the order in which it matters. */
export const guidelines = `People come here because their phone doesn’t work and they’d like it to. Everything below follows from that.

## Asking

- Say what you expected, what happened, and what you’ve tried. Name your phone.
- One problem to a question. It’s easier to answer and easier to find.
- When an answer fixes it, press “This fixed it”. The next person with the same problem will be glad, and whoever helped you earns airtime.
- If none does, say what’s still wrong. Nobody minds.

## Answering

- Answer what was asked, with steps that can be followed.
- Write what you know or have tried. If you’re guessing, say so.
- In your own words. If somebody else said it first, link to it. Copies aren’t paid.
- If a price or a date may change, say where to look it up.
- Never ask for anybody’s password, PUK, PAC, card number or address, and never suggest that they post one. If you see one, tell us.

## Being with others

- Be kind to people who know less than you. You did, once.
- Disagree with answers, not with people. No insults, no threats, nothing hateful.
- No advertising, no referral links, no asking for votes or acceptances.
- One account each. Don’t accept answers for pay among friends: we look for that, and it costs both of you.

## What we do about it

Our team edits or removes what breaks these rules. Where something was removed, its place says so and why. A reward for a removed answer goes back. What we may take down, and how we keep track of it, is in the [moderation record](/decisions).

If you see something wrong, ring {{support}} and tell us the address of the page.
`;
