import type { MemberRow } from '../members/rows.ts';

/** What a page says of whoever wrote something. */
export type Author = Pick<MemberRow, 'id' | 'name' | 'role' | 'level'>;

/** An author as columns of the member `m`, for queries whose rows are more than an author. */
export const AUTHOR_COLUMNS = `
  m.id as by_id, m.name as by_name, m.role as by_role, m.level as by_level`;

export type AuthorColumns = {
  by_id: Author['id'];
  by_name: Author['name'];
  by_role: Author['role'];
  by_level: Author['level'];
};

/** The row with its author in one piece. */
export function withAuthor<Row extends AuthorColumns>(
  row: Row,
): Omit<Row, keyof AuthorColumns> & { author: Author } {
  const { by_id: id, by_name: name, by_role: role, by_level: level, ...rest } = row;
  return { ...rest, author: { id, name, role, level } };
}
