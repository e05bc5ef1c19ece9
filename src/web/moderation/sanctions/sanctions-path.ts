/** Where staff read what a member was sanctioned for. */
export const sanctionsPath = (name: string) =>
  `/staff/members/${encodeURIComponent(name)}/sanctions`;
