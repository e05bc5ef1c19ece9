import type { Author } from '../../forum/authors.ts';
import { isStaff } from '../../forum/permissions.ts';
import { profilePath } from './paths.ts';
import { LEVELS } from './words.ts';

/** Whoever wrote something, as a page names them. */
export type Byline = {
  name: string;
  href: string;
  staff: boolean;
  /** Undefined for newcomers and for staff. */
  level: string | undefined;
};

/** The same over a post: with their record and when it was posted. */
export type Who = Byline & { accepted: number; at: Date };

/** `staff` says whether the author was staff when it was written, where that is known. */
export function byline(author: Author, staff = isStaff(author)): Byline {
  const { name, level } = author;
  const hasLevel = !staff && level !== 'newcomer';
  return { name, href: profilePath(name), staff, level: hasLevel ? LEVELS[level] : undefined };
}
