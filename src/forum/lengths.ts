/** How long a comment can be, in characters. */
export const COMMENT_LENGTH = 2_000;
