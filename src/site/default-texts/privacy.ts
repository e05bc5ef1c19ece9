/** What is kept, why, for how long, and who sees it. */
export const privacy = `Reading needs no account, and we don’t follow you around: no advertising, no trackers, nothing loaded from anybody else’s servers.

## What everybody sees

Your name here, what you write about yourself, your questions, answers and comments, your level, and that an answer of yours was accepted and checked. Search engines can read this too, so please don’t post anything personal.

## What only you and our team see

- **Your email address.** To sign you in and to write to you about your questions, answers and account. Admins can look it up.
- **Your password**, as a code from which it can’t be read back.
- **Your wallet.** What you earned, for which answer, and why. Finance sees it too. Moderators see whether a reward is being checked, and no balances.
- **Your votes** and what you follow.
- **Reasons** for decisions about your posts, and for changes to your role or level.

## Cookies

Only these, and none before you need it:

| Cookie | For | Kept for |
|---|---|---|
| session | keeping you signed in, or your text until you are | 30 days |
| flash | saying once what you’ve just done | a minute |
| device | seeing that two accounts share a browser, where rewards are earned | 180 days |
| theme | light or dark, if you choose | a year |

What you type and don’t post yet is kept with your account once you are signed in. Only you see it, and it is deleted once you post or discard it, or 30 days after you last touched it.

The device cookie is a random number; we keep it only as a code, with your account, when you sign in or post. Nothing is read from your device. Sharing one is a sign among several of unfair rewards: it decides nothing by itself, and our team sees only yes or no.

## Logs

For each request we log the time, the page, how it ended and, if you’re signed in, your account’s number; for failed sign-ins, how often they come from an address. We log no searches, texts or passwords.

## How long

Posts stay until they’re removed. The ledger of rewards is kept as long as the law asks for accounts. We don’t delete accounts automatically.

## Your rights

You can ask for a copy of what we hold, have it put right, or have your account closed: ring {{support}} ({{hours}}). Entries in the ledger stay, without your name.

## Security

If you’ve found a hole, please tell us before anybody else: ring {{support}} and ask for security. We won’t go after anybody who looks in good faith and harms no one.
`;
