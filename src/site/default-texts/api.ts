/** What programs can rely on today. */
export const api = `**There is no public API yet.** We’d rather say so than publish one that changes under you. When it comes, this page will describe every call, with an example that you can run.

## What you can rely on today

- **Addresses.** A question lives at \`/q/\` and its number. The words after it are for people: leave them out and you’re sent to the full address. Answers are at \`#a-\` and their number. Numbers don’t change.
- **Plain pages.** Every page works without scripts and is made of ordinary HTML. Questions carry [schema.org](https://schema.org/QAPage) data for search engines.
- **Your statement.** Each month of your wallet can be downloaded as a CSV file: UTF-8, a header row, amounts as exact decimals.
- **Finance’s exports.** Staff in finance can download the ledger as CSV and as journals for hledger and beancount. Each file comes with a digest, so you can tell that nothing was changed on the way. A closed month gives the same bytes every time.
- **Health.** \`/healthz\` says whether the site runs, and \`/readyz\` whether it can work.

## Reading pages by program

Please keep to one request a second, say who you are in the \`User-Agent\`, and follow [robots.txt](/robots.txt). An answer of 429 or 503 comes with a \`Retry-After\`: wait that long.

Don’t collect people’s names or profiles. See [privacy](/privacy).

## What you’d like

Tell us what you would build. [Ask a question](/ask), or ring {{support}}.
`;
