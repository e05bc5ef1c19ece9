/** The lines without signatures and without what programs add below a text. */
export function withoutSignature(lines: readonly string[]): string[] {
  const mark = lines.findIndex((line) => /^-- ?$/.test(line));
  return withoutFooters(mark === -1 ? lines : lines.slice(0, mark));
}

/** The same without the lines of programs at its end that stand apart from the text. */
function withoutFooters(lines: readonly string[]): string[] {
  let end = lastLine(lines);
  while (isFooter(lines[end] ?? '') && isApart(lines, end)) {
    end = lastLine(lines.slice(0, end));
  }
  return lines.slice(0, end + 1);
}

const lastLine = (lines: readonly string[]) => lines.findLastIndex((line) => line.trim() !== '');

/** A sentence of a paragraph may be about an iPhone, but then it says more of it. */
const isApart = (lines: readonly string[], at: number) =>
  at === 0 ||
  lines[at - 1]?.trim() === '' ||
  isFooter(lines[at - 1] ?? '') ||
  PROGRAM.test(lines[at] ?? '');

const PROGRAM = /\b(?:iPhone|iPad|Galaxy|Android|Outlook|Proton Mail|Yahoo|Windows)\b[^,]*$/;

const isFooter = (line: string) => FOOTERS.some(({ pattern }) => pattern.test(line.trim()));

/** What programs write below each mail, as a line of its own; by program, with its languages. */
const FOOTERS: readonly { program: string; pattern: RegExp }[] = [
  {
    program: 'iPhone and iPad Mail, Samsung, Huawei, Xiaomi: en',
    pattern: /^(?:Sent|Sent securely) (?:from|via|with|using) [^.!?]{2,60}\.?$/i,
  },
  {
    program: 'the same: de',
    pattern:
      /^(?:Von meinem .{2,40} gesendet|(?:Diese Nachricht wurde )?Gesendet (?:mit|von|über|aus) .{2,60})\.?$/i,
  },
  {
    program: 'the same: fr',
    pattern: /^(?:Envoyé (?:de|depuis|à partir d[eu]|avec|via) .{2,60})$/i,
  },
  { program: 'the same: es', pattern: /^Enviado (?:desde|con|a través de) .{2,60}$/i },
  { program: 'the same: pt', pattern: /^Enviado (?:do|da|de|a partir d[oea]|pelo) .{2,60}$/i },
  { program: 'the same: it', pattern: /^Inviato (?:da|dal|dall['’]|con|tramite).{2,60}$/i },
  {
    program: 'the same: nl',
    pattern: /^(?:Verstuurd|Verzonden) (?:vanaf|vanuit|met|via|van) .{2,60}$/i,
  },
  { program: 'the same: pl', pattern: /^Wysłane? z .{2,60}$/i },
  {
    program: 'the same: sv, da, nb',
    pattern: /^(?:Skickat|Skickades|Sendt|Send) (?:från|fra|med|via) .{2,60}$/i,
  },
  { program: 'the same: fi', pattern: /^Lähetetty .{2,60}$/i },
  { program: 'the same: cs', pattern: /^Odesláno z .{2,60}$/i },
  { program: 'the same: tr', pattern: /^.{2,40}(?:ımdan|imden|umdan|ümden|dan|den) gönderildi$/i },
  { program: 'the same: ru', pattern: /^Отправлено (?:с|из|со) .{2,60}$/i },
  { program: 'the same: ja', pattern: /^.{2,40}から送信$/ },
  { program: 'the same: zh', pattern: /^(?:发自我的|從我的|傳送自) ?.{2,40}$/ },
  { program: 'the same: ko', pattern: /^나의 .{2,40}에서 (?:보냄|보낸).*$/ },
  { program: 'the same: ar', pattern: /^(?:أُ?رسلت من|تم الإرسال من) .{2,60}$/ },
  { program: 'Outlook for iOS and Android', pattern: /^(?:Get|Download) Outlook for .{2,80}$/i },
  {
    program: 'Outlook: de, fr, es',
    pattern:
      /^(?:Outlook für|Téléchargez Outlook|Obtenga Outlook|Obtener Outlook|Obtenez Outlook) .{2,80}$/i,
  },
  { program: 'Yahoo', pattern: /^Yahoo Mail: .{2,80}$/i },
  {
    program: 'Avast, AVG',
    pattern: /^(?:Virus-free|Virenfrei|Libre de virus|Garanti sans virus)[. ].{0,120}$/i,
  },
  { program: 'Avast, AVG', pattern: /^<?https?:\/\/www\.(?:avast|avg)\.com\S*>?$/i },
  { program: 'Avast: what the picture says', pattern: /^\[image: Avast logo\]$/i },
  { program: 'rules above a footer', pattern: /^(?:[-_—=]{2,}|[*]{3,})$/ },
];
