import { type NoticeRecord, noticePath } from '../registry/notice.ts';
import { noticeName, noticeSentence } from '../registry/notice-words.ts';
import { formatDay, type Language } from '../values/format.ts';
import type { PlainDate } from '../values/plain-date.ts';

/** What leaves by mail, before it has an address: the subject and the lines of its text. */
export type LetterText = { subject: string; text: string };

type Told = Pick<NoticeRecord, 'kind' | 'details' | 'dutyId' | 'documentId' | 'roundId'>;

const words = {
  vi: {
    collected: (n: number) => `Bạn có ${n} thông báo mới`,
    digest: (day: string, n: number) => `Tổng hợp thông báo ngày ${day}: ${n} thông báo`,
    more: (n: number) => `… và ${n} thông báo khác.`,
    all: 'Xem tất cả',
    why: 'Thư này do phần mềm Tiến Độ tự gửi. Cách nhận thông báo chọn được ở trang Thông báo.',
  },
  en: {
    collected: (n: number) => `You have ${n} new notices`,
    digest: (day: string, n: number) => `Notices of ${day}: ${n}`,
    more: (n: number) => `… and ${n} more.`,
    all: 'See them all',
    why: 'Tiến Độ sent this by itself. How you are told can be chosen on the page Notices.',
  },
};

/** A mail that nobody reads to its end is no use: what is beyond stays in the application. */
const mostListed = 100;

/** Those that go at once: one alone is its own subject. @param publicUrl undefined where nobody said what people type */
export function noticeLetter(notices: readonly Told[], language: Language, publicUrl: string | undefined): LetterText {
  const [first] = notices;
  const subject =
    first && notices.length === 1
      ? noticeSentence(first.kind, first.details, language)
      : words[language].collected(notices.length);
  return { subject: oneLine(subject), text: textOf(notices, language, publicUrl) };
}

export function digestLetter(
  notices: readonly Told[],
  day: PlainDate,
  language: Language,
  publicUrl: string | undefined,
): LetterText {
  const subject = words[language].digest(formatDay(day, language), notices.length);
  return { subject, text: textOf(notices, language, publicUrl) };
}

function textOf(notices: readonly Told[], language: Language, publicUrl: string | undefined): string {
  const said = words[language];
  const groups = [...Map.groupBy(notices.slice(0, mostListed), ({ kind }) => kind)].map(([kind, some]) =>
    [
      `${noticeName(kind, language)} (${some.length})`,
      ...some.flatMap((one) => [
        `- ${noticeSentence(one.kind, one.details, language)}.`,
        ...(publicUrl ? [`  ${publicUrl}${noticePath(one)}`] : []),
      ]),
    ].join('\n'),
  );
  const left = notices.length - mostListed;
  return [
    ...groups,
    ...(left > 0 ? [said.more(left)] : []),
    ...(publicUrl ? [`${said.all}: ${publicUrl}/thong-bao`] : []),
    said.why,
  ].join('\n\n');
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').slice(0, 180);

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (letter) => escapes[letter] ?? letter);

/** The same text for readers of HTML: nothing of it is taken for markup, and only addresses of our own become links. */
export function letterPage(text: string, publicUrl: string | undefined): string {
  const lineOf = (line: string): string => {
    const at = publicUrl ? line.indexOf(`${publicUrl}/`) : -1;
    const address = at < 0 ? '' : line.slice(at).trim();
    if (at < 0 || /\s/.test(address)) return escaped(line);
    return `${escaped(line.slice(0, at))}<a href="${escaped(address)}">${escaped(address)}</a>`;
  };
  const paragraphs = text
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${paragraph.split('\n').map(lineOf).join('<br>')}</p>`)
    .join('\n');
  return `<!doctype html><html><head><meta charset="utf-8"></head><body style="font: 15px/1.5 sans-serif">\n${paragraphs}\n</body></html>`;
}
