import type { Slip } from './word-slips.ts';

/** "Điều I." between "Điều 2." and the beginning: articles are numbered in figures, and recognition takes a 1 for a letter. */

const article = /^[*# ]{0,8}Điều\s+(?<number>\d{1,3}[a-zđ]?|[Il|!]{1,2}|[Il|!]\d|\d[Il|!O])\s*[.:]/gmu;

/** Only where the article before or behind it says which number it must be; treaties number theirs in Roman figures. */
export function articleSlips(text: string): Slip[] {
  const articles = [...text.matchAll(article)].map((match) => ({
    written: match.groups?.number ?? '',
    at: match.index + match[0].lastIndexOf(match.groups?.number ?? ''),
  }));
  return articles.flatMap(({ written, at }, i): Slip[] => {
    if (/^\d+[a-zđ]?$/u.test(written)) return [];
    const suggestion = written.replace(/[Il|!]/gu, '1').replaceAll('O', '0');
    const before = figureOf(articles[i - 1]?.written);
    const next = figureOf(articles[i + 1]?.written);
    const fits = before === undefined ? next === Number(suggestion) + 1 : before + 1 === Number(suggestion);
    return fits ? [{ span: { start: at, end: at + written.length }, written, suggestion }] : [];
  });
}

const figureOf = (written: string | undefined): number | undefined =>
  written !== undefined && /^\d+[a-zđ]?$/u.test(written) ? Number.parseInt(written, 10) : undefined;
