/** What we aim at, what works, what does not, and whom to tell. */
export const accessibility = `Everybody should be able to ask, answer and be paid here. We aim at level AA of the [Web Content Accessibility Guidelines 2.2](https://www.w3.org/TR/WCAG22/).

## What works

- **Keyboard.** Everything can be reached and pressed by keyboard, in an order that makes sense, and you can see where you are. The first link on each page skips to its main part.
- **Screen readers.** Pages have landmarks, one main heading and labels on every field. What has gone wrong with a form is said at the top of the page and again beside the field.
- **Without scripts.** Nothing needs them.
- **Zoom and small screens.** Pages fit a width of 320 pixels, or 400% zoom, without scrolling sideways. Wide tables scroll inside their own box.
- **Colour.** Text keeps at least the contrast that AA asks for, in light and in dark. Nothing is told by colour alone.
- **Motion.** If your device asks for less of it, nothing moves.
- **Time.** No page runs out while you write. If you have to sign in first, your text is kept.

You can choose [light or dark](/settings/appearance) for this browser, with or without an account.

## How we know

Each release is run through automatic checks (axe) on its pages, in both colours, wide and narrow. They find a part of what can be wrong, not all of it. We haven’t had an independent audit yet.

## What doesn’t work yet

- What members write is theirs: headings and links in it may be poor.
- Downloads are spreadsheet files without further description.
- Pages are in English only.

## Tell us

If something keeps you from doing what you came for, ring {{support}} ({{hours}}). Tell us the page and what you use. We’ll help you by phone meanwhile.
`;
