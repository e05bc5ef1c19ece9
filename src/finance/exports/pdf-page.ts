import { once } from 'node:events';

/** A PDF document, and what of pdfkit we use. */
type Document = PDFKit.PDFDocument;
type Element = PDFKit.PDFStructureElement;

type Look = { size?: number; bold?: boolean };

/**
 * An A4 document that is written from top to bottom, each piece under its tag. Fonts are the ones
 * every reader has, so letters they lack are shown as "?" and kept in full for whoever listens.
 */
export class PdfPage {
  readonly document: Document;
  readonly root: Element;
  readonly #pieces: Uint8Array[] = [];

  /** `made` stands in the file as the date it was made. pdfkit is loaded when first needed. */
  static async open(about: { title: string; author: string; made: Date }): Promise<PdfPage> {
    const { default: PdfDocument } = await import('pdfkit');
    return new PdfPage(
      new PdfDocument({
        ...{ size: 'A4', margin: MARGIN, pdfVersion: '1.7', compress: false },
        ...{ tagged: true, lang: 'en-GB', displayTitle: true, bufferPages: true },
        info: { Title: about.title, Author: about.author, CreationDate: about.made },
      }),
    );
  }

  private constructor(document: Document) {
    this.document = document;
    this.root = document.struct('Document');
    document.addStructure(this.root);
    document.on('data', (piece: Uint8Array) => this.#pieces.push(piece));
  }

  /** A heading or a paragraph across the page. */
  block(tag: 'H1' | 'P', text: string, look: Look = {}): void {
    this.look(look);
    this.root.add(
      this.tag(tag, text, () => {
        this.document.text(shown(text), MARGIN, this.document.y);
      }),
    );
    this.document.moveDown(0.6);
  }

  /** An element with one piece of text, which is kept as it is where it cannot be shown so. */
  tag(tag: string, text: string, draw: () => void, options: object = {}): Element {
    const actual = shown(text) === text ? {} : { actual: text };
    return this.document.struct(tag, { ...options, ...actual }, draw);
  }

  /** Something that is drawn but is no part of the text: rules, repeated headings, footers. */
  artifact(draw: () => void, options: object = { type: 'Layout' }): void {
    this.document.markContent('Artifact', options);
    draw();
    this.document.endMarkedContent();
  }

  look({ size = 10, bold = false }: Look): void {
    this.document.font(bold ? 'Helvetica-Bold' : 'Helvetica').fontSize(size);
  }

  /** Where the text of a page ends. */
  get bottom(): number {
    return this.document.page.height - MARGIN;
  }

  /** The finished file, with a line at the foot of each page. */
  async end(footer: (page: number, of: number) => string): Promise<Uint8Array> {
    this.root.end();
    const { count } = this.document.bufferedPageRange();
    for (let index = 0; index < count; index += 1) {
      this.document.switchToPage(index);
      this.look({ size: 8 });
      const draw = () => {
        const text = shown(footer(index + 1, count));
        this.document.text(text, MARGIN, this.bottom + 16, { lineBreak: false });
      };
      this.artifact(draw, { type: 'Pagination', attached: ['Bottom'] });
    }
    const ended = once(this.document, 'end');
    this.document.end();
    await ended;
    return Buffer.concat(this.#pieces);
  }
}

/** Of every edge, in points. */
export const MARGIN = 50;

/** What the standard fonts can show of a text. */
export const shown = (text: string) =>
  text
    .normalize('NFC')
    .replaceAll(/[\p{Cf}\p{Mn}\p{Me}]/gu, '')
    .replaceAll(UNKNOWN, '?');

/** What is not in the encoding that the standard fonts have, Windows-1252. */
const UNKNOWN = /[^\n -~\u00a0-\u00ff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/gu;
