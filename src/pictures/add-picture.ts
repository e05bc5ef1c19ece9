import assert from 'node:assert/strict';

import { isStaff } from '../forum/permissions.ts';
import { holdMembers } from '../members/hold-members.ts';
import type { MemberRow } from '../members/rows.ts';
import { writingMember } from '../members/writing-member.ts';
import { Invalid } from '../refusals.ts';
import { readLimit } from '../trust/spam/limits.ts';
import type { Work } from '../work.ts';
import { newPictureName } from './names.ts';
import type { PreparedPicture } from './prepare-picture.ts';
import type { PictureRow } from './rows.ts';

/**
 * Keeps a picture for whoever uploads it, who alone sees it until a post uses it. Refused beyond
 * what their level may upload in a day; staff may as they must.
 */
export async function addPicture(work: Work, picture: PreparedPicture): Promise<PictureRow> {
  const uploader = writingMember(work);
  if (!isStaff(uploader)) await refuseBeyondDay(work, uploader);
  const [added] = await work
    .trx('pictures')
    .insert({
      ...{ name: newPictureName(picture), bytes: picture.bytes, uploader_id: uploader.id },
      ...{ uploaded_at: work.at, unused_since: work.at },
    })
    .returning('*');
  assert(added, 'the picture was written');
  return added;
}

/** The uploader is held, so that two at the same moment are not both the last. */
async function refuseBeyondDay(work: Work, { id, level }: MemberRow): Promise<void> {
  await holdMembers(work, [id]);
  const { pictures_per_day: most } = await readLimit(work.trx, level);
  const uploaded = await work
    .trx('pictures')
    .where({ uploader_id: id })
    .where('uploaded_at', '>', new Date(work.at.getTime() - DAY))
    .limit(most)
    .pluck('id');
  if (uploaded.length >= most) throw new Invalid({ picture: saidOf(most) });
}

/** Milliseconds. */
const DAY = 24 * 3_600_000;

const saidOf = (most: number) =>
  most === 0
    ? 'You can’t upload pictures at your level yet.'
    : `You’ve uploaded ${String(most)} ${most === 1 ? 'picture' : 'pictures'} today, which is all for now. Try again tomorrow.`;
