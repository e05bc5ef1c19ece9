import { expect } from 'chai';

import {
  isStaff,
  mayAccept,
  mayAlsoBeHelped,
  mayAnswer,
  mayComment,
  mayEdit,
  mayMeToo,
  mayModerate,
  mayReopen,
  mayResolve,
  maySeeRemoved,
  mayVote,
  mayWithdraw,
} from '#src/forum/permissions.ts';
import type { AnswerId } from '#src/forum/rows.ts';
import type { MemberId, MemberRow } from '#src/members/rows.ts';

const somebody = (id: number, role: MemberRow['role'] = 'member') => ({
  ...{ id: id as MemberId, role },
});
const author = somebody(1);
const other = somebody(2);
const moderator = somebody(3, 'moderator');
const everybody = [author, other, moderator, somebody(4, 'finance'), somebody(5, 'admin')];

const post = { id: 7 as AnswerId, author_id: author.id, removed_at: null, state: 'open' as const };
const removed = { ...post, removed_at: new Date(0) };
const who = (may: (actor: (typeof everybody)[number]) => boolean) =>
  everybody.filter(may).map(({ id }) => Number(id));

describe('Who may do what in the forum', () => {
  it('edits: the author and moderators, while it stands', () => {
    expect(who((actor) => mayEdit(actor, post))).to.deep.equal([1, 3]);
    expect(who((actor) => mayEdit(actor, removed))).to.deep.equal([]);
  });

  it('votes, has it too, is helped: everybody but the author, while it stands', () => {
    for (const may of [mayVote, mayMeToo, mayAlsoBeHelped]) {
      expect(who((actor) => may(actor, post))).to.deep.equal([2, 3, 4, 5]);
      expect(who((actor) => may(actor, removed))).to.deep.equal([]);
    }
  });

  it('accepts, withdraws and says how it ended: whoever asked', () => {
    const solved = { ...post, state: 'solved' as const };

    expect(who((actor) => mayAccept(actor, post))).to.deep.equal([1]);
    expect(who((actor) => mayWithdraw(actor, post, post, post))).to.deep.equal([1]);
    expect(who((actor) => mayWithdraw(actor, post, post, null))).to.deep.equal([]);
    expect(who((actor) => mayResolve(actor, post))).to.deep.equal([1]);
    expect(who((actor) => mayResolve(actor, solved))).to.deep.equal([]);
    expect(who((actor) => mayReopen(actor, solved))).to.deep.equal([1]);
    expect(who((actor) => mayReopen(actor, post))).to.deep.equal([]);
  });

  it('answers and comments: anybody, on what stands', () => {
    expect([mayAnswer(post), mayAnswer(removed)]).to.deep.equal([true, false]);
    expect([mayComment(post), mayComment(post, removed)]).to.deep.equal([true, false]);
  });

  it('reads what was removed: its author and moderators', () => {
    expect(who((actor) => maySeeRemoved(actor, removed))).to.deep.equal([1, 3]);
    expect(maySeeRemoved(undefined, removed)).to.equal(false);
  });

  it('takes posts down: moderators; staff is everybody who is paid a salary', () => {
    expect(who(mayModerate)).to.deep.equal([3]);
    expect(who(isStaff)).to.deep.equal([3, 4, 5]);
  });
});
