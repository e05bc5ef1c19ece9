/** Where one goes on with one of several things: the likely ones, or any by its address. */
export type Choice = {
  title: string;
  action: string;
  /** What the address is sent as, beside what is `hidden`. */
  name: string;
  hidden: readonly { name: string; value: string }[];
  typed: string;
  error: string | undefined;
  submit: string;
  likely: readonly { href: string; title: string; facts: string }[];
};
