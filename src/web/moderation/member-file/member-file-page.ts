import { mayModerate } from '../../../forum/permissions.ts';
import type { Page } from '../../../forum/question-list.ts';
import type { Partner } from '../../../moderation/member-file/read-partners.ts';
import type { FiledPost, PostKind } from '../../../moderation/member-file/read-posts.ts';
import type { StaffNote } from '../../../moderation/member-file/read-notes.ts';
import type { FileRecord } from '../../../moderation/member-file/read-record.ts';
import type { Sanction } from '../../../moderation/sanctions/sanction.ts';
import type { MemberRow } from '../../../members/rows.ts';
import type { countStates } from '../../../rewards/count-states.ts';
import type { LinkedMember } from '../../../trust/risk/links-of.ts';
import { isSuspended, isLimited } from '../../../members/standing.ts';
import type { Formats } from '../../format.ts';
import { byline, type Byline } from '../../forum/byline.ts';
import type { Tabs } from '../../forum/tabs.ts';
import { LEVELS } from '../../forum/words.ts';
import type { Form } from '../../form-page.ts';
import type { FieldErrors, Typed } from '../../forms.ts';
import type { Pager } from '../../look/notes.ts';
import { LINK_WORDS, REWARD_STATES } from './file-words.ts';
import { filePath } from './file-path.ts';
import { postRows, postsPager, postTabs, type PostRow } from './filed-posts.ts';
import { noteCards, noteForm, type NoteCard } from './note-cards.ts';
import { recordLines, type FileLine } from './record-lines.ts';

/** All that moderators and admins know of a member: states of rewards, never amounts. */
export type MemberFilePage = {
  title: string;
  member: Byline;
  facts: readonly string[];
  joined: Date;
  notes: readonly NoteCard[];
  noteForm: Form;
  refused: string;
  rewards: readonly { label: string; count: number }[];
  partners: readonly PartnerRow[];
  otherPartners: number;
  lines: readonly FileLine[];
  linked: readonly LinkedRow[];
  tabs: Tabs;
  posts: readonly PostRow[];
  pager: Pager;
};

export type PartnerRow = Omit<Partner, 'id' | 'name'> & { name: string; href: string };
export type LinkedRow = { name: string; href: string; text: string; since: Date };

/** What is read of a member for the file. */
export type FileRead = {
  member: MemberRow;
  notes: readonly StaffNote[];
  states: Awaited<ReturnType<typeof countStates>>;
  around: { partners: readonly Partner[]; total: number };
  record: FileRecord;
  sanctions: readonly Sanction[];
  linked: readonly LinkedMember[];
  posts: Page<FiledPost>;
};

/** A note or a strike that was refused; `note` names the note that was to be struck out. */
export type RefusedNote = {
  note: string | undefined;
  message: string;
  errors: FieldErrors;
  typed: Typed;
};

export type FileView = {
  viewer: MemberRow;
  at: Date;
  formats: Formats;
  kind: PostKind;
  after: string | undefined;
  refused?: RefusedNote | undefined;
};

export function memberFilePage(read: FileRead, view: FileView): MemberFilePage {
  const { member, around, states, posts } = read;
  const { kind, refused, after } = view;
  return {
    title: `File of ${member.name}`,
    member: byline(member),
    facts: factsOf(member, view),
    joined: member.joined_at,
    notes: noteCards(read.notes, member, refused),
    noteForm: noteForm(member, refused?.note === undefined ? refused : undefined),
    refused: refused?.message ?? '',
    rewards: states.map(({ state, count }) => ({ label: REWARD_STATES[state], count })),
    partners: around.partners.map(({ id: _id, ...partner }) => ({
      ...{ ...partner, href: filePath(partner) },
    })),
    otherPartners: around.total - around.partners.length,
    lines: recordLines(read, view),
    linked: read.linked.map(({ name, kind: how, since }) => ({
      ...{ name, since, href: filePath({ name }), text: LINK_WORDS[how] },
    })),
    tabs: postTabs(member, kind),
    posts: postRows(posts.rows, { kind, candid: mayModerate(view.viewer) }),
    pager: postsPager(member, { kind, after, next: posts.next }),
  };
}

function factsOf(member: MemberRow, { at, formats }: FileView): string[] {
  const until = (date: Date | null) => (date ? ` until ${formats.dateTime(date)}` : '');
  return [
    member.role === 'member' ? LEVELS[member.level] : member.role,
    ...(member.closed_at ? ['account closed'] : []),
    ...(!member.closed_at && isSuspended(member, at)
      ? [`suspended${until(member.suspended_until)}`]
      : []),
    ...(isLimited(member, at) ? [`limited${until(member.limited_until)}`] : []),
  ];
}
