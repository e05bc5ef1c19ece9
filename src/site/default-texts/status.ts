/** Where to hear about faults until there are reports here. */
export const status = `**We don’t report network faults on this page yet.** When we do, you’ll find here what is down, where, since when, and when we’ll say more.

## If your phone has no signal

Try these first. They fix most of it.

1. Turn flight mode on, wait ten seconds, and turn it off.
2. Restart the phone.
3. Take the SIM out and put it back. With an eSIM, switch the line off and on in the settings.
4. Ask somebody nearby on the same network. If theirs is down too, it’s likely to be us.
5. Try Wi-Fi Calling. With it you can ring and text over any wi-fi.

## To hear about a fault

Ring {{support}} from your {{site}} phone, or from any other. We take calls {{hours}}. When a fault is known, it’s the first thing you’ll hear.

Then [see what others say](/questions): if many people ask about the same place at the same time, it isn’t your phone.

## In an emergency

Ring 999 or 112. Your phone uses any network it can find, even if ours is down.

## This community

If a page here doesn’t load, wait a few seconds and try again. Nothing that you’ve posted is lost. If it goes on for longer, please ring us and tell us the number that the page shows.
`;
