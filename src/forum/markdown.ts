/** Turns what people type into what is stored beside it; handed in, for the forum draws no pages. */
export type Markdown = {
  /** HTML that is safe to show as it is. */
  render(source: string): string;
  /** The first words as plain text, for one line of a list. */
  excerpt(source: string): string;
};
