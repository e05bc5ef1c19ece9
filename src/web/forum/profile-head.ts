import { isStaff } from '../../forum/permissions.ts';
import { FIGURES_CAP, type ProfileFigures } from '../../forum/profile.ts';
import type { MemberId, MemberRow } from '../../members/rows.ts';
import { mayReadFile } from '../../moderation/member-file/permissions.ts';
import { maySanction } from '../../moderation/sanctions/permissions.ts';
import { filePath } from '../moderation/member-file/file-path.ts';
import { sanctionsPath } from '../moderation/sanctions/sanctions-path.ts';
import { profilePath } from './paths.ts';
import { LEVELS } from './words.ts';

/** What stands first on every page about a member. */
export type ProfileHead = {
  name: string;
  href: string;
  staff: boolean;
  level: string;
  joinedAt: Date;
  /** `more` where nobody has counted on. */
  figures: readonly { value: number; more: boolean; label: string }[];
  /** Whether it is the reader's own. */
  mine: boolean;
  /** What our team knows, for whoever may read it. */
  fileHref: string | undefined;
  /** What another member may do about them; undefined for their own page and for visitors. */
  about: { report: string; block: string; blocked: boolean } | undefined;
  /** Where staff read what they were sanctioned for. */
  sanctions: string | undefined;
};

/** A member, what readers see of them in numbers, and whoever looks. */
export type Profile = {
  member: MemberRow;
  figures: ProfileFigures;
  viewer: MemberRow | undefined;
  /** Whom the viewer has blocked. */
  blocked: ReadonlySet<MemberId>;
};

export function profileHead({ member, figures, viewer, blocked }: Profile): ProfileHead {
  return {
    name: member.name,
    href: profilePath(member.name),
    staff: isStaff(member),
    level: LEVELS[member.level],
    joinedAt: member.joined_at,
    figures: figuresOf(figures),
    mine: viewer?.id === member.id,
    fileHref: viewer && mayReadFile(viewer, member) ? filePath(member) : undefined,
    about: viewer && viewer.id !== member.id ? aboutOf(member, blocked) : undefined,
    sanctions: viewer && maySanction(viewer, member) ? sanctionsPath(member.name) : undefined,
  };
}

function figuresOf({ people, answers, accepted, official, alsoHelped, questions }: ProfileFigures) {
  const [wrote, solved, asked] = [answers, accepted, questions].map((one) => one >= FIGURES_CAP);
  const figure = (value: number, more = false, ...[one, many]: [string, string?]) => ({
    ...{ value, more, label: value === 1 || many === undefined ? one : many },
  });
  return [
    figure(people, solved, 'person helped', 'people helped'),
    figure(answers, wrote, 'answer', 'answers'),
    figure(accepted, solved, 'accepted'),
    ...(official > 0 ? [figure(official, wrote, 'official')] : []),
    figure(alsoHelped, wrote, 'times also helped'),
    figure(questions, asked, 'question', 'questions'),
  ];
}

const aboutOf = ({ id, name }: MemberRow, blocked: ReadonlySet<MemberId>) => ({
  ...{ report: `/report/u/${String(id)}`, block: `${profilePath(name)}/block` },
  blocked: blocked.has(id),
});
