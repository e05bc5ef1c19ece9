import { expect } from 'chai';
import sharp from 'sharp';

import { createPicturePress } from '#src/pictures/prepare-picture.ts';
import { Invalid, TooLarge, Unavailable } from '#src/refusals.ts';
import {
  aBomb,
  aChunk,
  aGif,
  aJpeg,
  aPhonePicture,
  aPng,
  aWebp,
  withChunks,
} from '#test/support/files.ts';
import { outcomeOf } from '#test/support/outcome.ts';

describe('what is uploaded', () => {
  const press = createPicturePress();
  const complaint = async (file: Buffer) => {
    const refusal = await outcomeOf(press(file));
    return refusal instanceof Invalid ? refusal.fields['picture'] : refusal;
  };

  for (const [kind, make] of Object.entries({ png: aPng, jpeg: aJpeg, webp: aWebp })) {
    it(`is drawn anew as WebP: ${kind}`, async () => {
      const { bytes, width, height } = await press(await make());

      expect([width, height]).to.deep.equal([40, 30]);
      expect((await sharp(bytes).metadata()).format).to.equal('webp');
    });
  }

  it('stands upright, and says nothing of where and with what it was taken', async () => {
    const taken = await aPhonePicture();
    expect((await sharp(taken).metadata()).orientation).to.equal(6);
    expect(taken.includes('Hidden-Maker')).to.equal(true);

    const { bytes, width, height } = await press(taken);

    const { exif, xmp, icc, orientation } = await sharp(bytes).metadata();
    expect([width, height]).to.deep.equal([30, 40]);
    expect([exif, xmp, icc, orientation]).to.deep.equal([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(bytes.includes('Hidden-Maker')).to.equal(false);
  });

  it('is no larger than it is shown', async () => {
    const { width, height } = await press(await aJpeg({ width: 4_000, height: 3_000 }));

    expect([width, height]).to.deep.equal([1_600, 1_200]);
  });

  it('is the first picture of an animation, which has only so many', async () => {
    const { bytes } = await press(aGif(3));

    expect((await sharp(bytes).metadata()).pages ?? 1).to.equal(1);
    expect(await complaint(aGif(101))).to.include('101 pictures');
  });

  it('is refused before it is decoded where it has too many pixels', async () => {
    expect(await complaint(aBomb(60_000, 60_000))).to.include('60,000 × 60,000');
    expect(await complaint(aBomb(2 ** 31 - 1, 1))).to.include('more than we can take');
    expect(await complaint(aBomb(10_000, 5_001))).to.include('10,000 × 5,001');
  });

  it('is refused where its pixels are fewer than it says', async () => {
    expect(await complaint(aBomb(5_000, 5_000))).to.include('can’t read that picture');
  });

  it('is refused where it has too many bytes', async () => {
    const long = Buffer.concat([await aPng(), Buffer.alloc(8 * 2 ** 20)]);

    expect(await outcomeOf(press(long))).to.be.instanceOf(TooLarge);
  });

  it('is refused where it carries much that is no picture', async () => {
    const notes = Array.from({ length: 3 }, () => aChunk('tEXt', Buffer.alloc(1_000_000, 65)));

    expect(await complaint(withChunks(await aPng(), ...notes))).to.include('carries much');
    await press(withChunks(await aPng(), aChunk('tEXt', Buffer.from('Title\0A mast'))));
  });

  it('is refused where it is something else as well', async () => {
    const script = Buffer.from(`GIF89a/*${'\0'.repeat(100)}*/=1;alert(1)//<script>`);
    const archive = Buffer.concat([await aJpeg(), Buffer.from('PK\x03\x04', 'latin1')]);
    const page = withChunks(
      await aPng(),
      aChunk('tEXt', Buffer.from('x\0<script>alert(1)</script>')),
    );
    const behind = Buffer.concat([await aPng(), Buffer.alloc(100)]);
    const film = Buffer.concat([await aWebp(), Buffer.alloc(100)]);

    for (const file of [archive, page, behind, film]) {
      expect(await complaint(file)).to.include('something else in one');
    }
    expect(await complaint(script)).to.be.a('string');
  });

  it('is taken where a phone put a film behind it, and comes without', async () => {
    const { bytes } = await press(Buffer.concat([await aJpeg(), Buffer.from('ftypmp42 secret')]));

    expect(bytes.includes('secret')).to.equal(false);
  });

  it('is refused wherever it breaks off', async () => {
    const files = [await aPng(), await aJpeg(), await aWebp(), aGif()];

    for (const file of files) {
      for (const length of [1, 7, 11, 20, Math.floor(file.length / 2), file.length - 3]) {
        expect(await complaint(file.subarray(0, length)), String(length)).to.be.a('string');
      }
    }
  });

  it('is refused where it is no picture, whatever its name', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
    const files = [svg, `<?xml version="1.0"?>${svg}`, '<!doctype html><h1>', '%PDF-1.7', 'BM\0\0'];

    for (const file of files) {
      expect(await complaint(Buffer.from(file))).to.include('no picture we can take');
    }
    expect(await complaint(Buffer.alloc(0))).to.include('empty');
    expect(await complaint(Buffer.from('\0\0\0\x18ftypheic'))).to.include('HEIC');
  });

  it('is refused with a sentence whatever its bytes are', async () => {
    for (const file of [await aPng(), await aJpeg(), await aWebp(), aGif(2)]) {
      for (let at = 0; at < file.length; at += 7) {
        const changed = Buffer.from(file);
        changed[at] = (changed[at] ?? 0) ^ 0xff;
        const outcome = await outcomeOf(press(changed));
        if (outcome instanceof Error) expect(outcome).to.be.instanceOf(Invalid);
      }
    }
  });

  it('waits for its turn, and is asked to come again where too many wait', async () => {
    const narrow = createPicturePress({ atOnce: 1, waiting: 1 });
    const file = await aPng();

    const outcomes = await Promise.all([1, 2, 3].map(() => outcomeOf(narrow(file))));

    expect(outcomes.filter((one) => one instanceof Unavailable)).to.have.length(1);
    await narrow(file);
  });
});
