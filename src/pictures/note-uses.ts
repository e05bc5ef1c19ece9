import assert from 'node:assert/strict';

import type { Events } from '../events.ts';
import { isStaff } from '../forum/permissions.ts';
import type { MemberId, MemberRow } from '../members/rows.ts';
import { Invalid } from '../refusals.ts';
import { readLimit } from '../trust/spam/limits.ts';
import { actorId, type Work } from '../work.ts';
import { picturesIn } from './names.ts';
import { keyOf, readText, type Place } from './places.ts';
import type { PictureId, PictureRow } from './rows.ts';

/** The pictures of a post or a private message are written down, as it stands now. */
export const noteIn = {
  question: (work: Work, { questionId }: Pick<Events['question asked'], 'questionId'>) =>
    noteUses(work, { question: questionId }),
  answer: (work: Work, { answerId }: Pick<Events['answer edited'], 'answerId'>) =>
    noteUses(work, { answer: answerId }),
  comment: (work: Work, { commentId }: Pick<Events['comment posted'], 'commentId'>) =>
    noteUses(work, { comment: commentId }),
  message: (work: Work, { messageId }: Events['case message written']) =>
    noteUses(work, { message: messageId }),
};

/**
 * Writes down which pictures stand in a text. Refuses pictures that are not there or not the
 * author’s or the editor’s own, and more than the author’s level may show; what nothing uses any
 * more goes after a day.
 */
async function noteUses(work: Work, place: Place): Promise<void> {
  const key = keyOf(place);
  const text = await readText(work.trx, place);
  const names = picturesIn(text.body_html);
  const before = await work.trx('picture_uses').where(key).pluck('picture_id');
  if (names.length === 0 && before.length === 0) return;

  const pictures = await holdPictures(work, names, before);
  const used = pictures.filter(({ name }) => names.includes(name));
  refuseOthers(work, { names, used, before, author: text.author_id });
  const added = used.filter(({ id }) => !before.includes(id));
  if (added.length > 0) await refuseBeyondLevel(work, place, text.author_id, names.length);

  const dropped = before.filter((id) => !used.some((picture) => picture.id === id));
  await work.trx('picture_uses').where(key).whereIn('picture_id', dropped).delete();
  for (const { id } of added) await work.trx('picture_uses').insert({ ...key, picture_id: id });
  await markUsed(work, [...added.map(({ id }) => id), ...dropped]);
}

type Held = Pick<PictureRow, 'id' | 'name' | 'uploader_id'>;

/** In the order of their ids, so that two works with the same pictures wait for each other. */
const holdPictures = (work: Work, names: string[], ids: PictureId[]): Promise<Held[]> =>
  work
    .trx('pictures')
    .whereIn('name', names)
    .orWhereIn('id', ids)
    .orderBy('id')
    .forUpdate()
    .select('id', 'name', 'uploader_id');

type Wanted = { names: string[]; used: Held[]; before: PictureId[]; author: MemberId };

function refuseOthers(work: Work, { names, used, before, author }: Wanted): void {
  if (used.length < names.length) throw new Invalid({ body: GONE });
  const owners = [author, actorId(work)];
  const isOurs = ({ id, uploader_id }: Held) => before.includes(id) || owners.includes(uploader_id);
  if (!used.every(isOurs)) throw new Invalid({ body: NOT_THEIRS });
}

const GONE =
  'A picture in it is not there: it is kept for a day before it is posted. Upload it again, or take it out.';
const NOT_THEIRS = 'A picture in it is somebody else’s. Link to their post instead.';

async function refuseBeyondLevel(
  work: Work,
  place: Place,
  author_id: MemberId,
  count: number,
): Promise<void> {
  const author = await work.trx('members').where({ id: author_id }).first();
  assert(author, 'somebody wrote it');
  if (isStaff(author)) return;
  if (!mayIllustrate(author, place)) throw new Invalid({ body: NOT_YET });
  const { pictures_per_post: most } = await readLimit(work.trx, author.level);
  if (count <= most) return;
  const may = most === 0 ? 'no pictures' : most === 1 ? 'one picture' : `${String(most)} pictures`;
  throw new Invalid({ body: `What you write can have ${may}; this has ${String(count)}.` });
}

/** A newcomer’s screenshot helps whoever answers them; elsewhere they show pictures from Helper on. */
export const mayIllustrateAnswers = ({ level }: Pick<MemberRow, 'level'>) => level !== 'newcomer';

const mayIllustrate = (author: Pick<MemberRow, 'level'>, place: Place) =>
  mayIllustrateAnswers(author) || 'question' in place || 'message' in place;

const NOT_YET =
  'At your level pictures can go into questions. As a Helper you can answer with one.';

/** Since when nothing uses a picture, or that something does. */
async function markUsed(work: Work, ids: PictureId[]): Promise<void> {
  await work.trx.raw(
    `update pictures p
        set unused_since = case
              when exists (select from picture_uses u where u.picture_id = p.id) then null
              else :at::timestamptz end
      where p.id = any(:ids)`,
    { at: work.at, ids },
  );
}
