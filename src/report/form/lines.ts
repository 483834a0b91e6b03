import type { LaidBlock, LaidParagraph, LaidRun } from '../../values/laid-document.ts';
import { fold, squeeze } from '../../values/vietnamese.ts';

/** A line as it was typed: a paragraph, or what stands between two line breaks of one. */
export type Line = {
  text: string;
  runs: LaidRun[];
  paragraph: LaidParagraph;
  /** Millimetres of a line drawn below it or in its place; null where its length is not known. */
  ruled: number | null | false;
};

export function linesOf(paragraph: LaidParagraph): Line[] {
  const lines: LaidRun[][] = [[]];
  for (const run of paragraph.runs)
    run.text.split('\n').forEach((text, at) => {
      if (at > 0) lines.push([]);
      lines.at(-1)?.push({ ...run, text });
    });
  return lines.map((runs, at) => {
    const text = squeeze(
      runs
        .map((run) => run.text)
        .join('')
        .normalize('NFC'),
    );
    const signs = /^([_\-–—])\1{2,}$/u.exec(text);
    const size = runs.find((run) => run.text.trim() !== '')?.size ?? 13;
    const drawn = at === lines.length - 1 ? paragraph.ruled : false;
    const ruled = signs ? (text.length * size * (signs[1] === '_' ? 0.5 : 0.333) * 25.4) / 72 : drawn;
    return { text: signs ? '' : text, runs, paragraph, ruled };
  });
}

export const paragraphsOf = (block: LaidBlock): LaidParagraph[] =>
  block.kind === 'paragraph'
    ? [block]
    : block.rows.flatMap(({ cells }) => cells.flatMap(({ paragraphs }) => paragraphs));

export const isBlank = ({ text }: { text: string }): boolean => text.trim() === '';

/** Without accents, capitals and doubled spaces: how a line is recognised. */
export const key = (text: string): string => squeeze(fold(text));

/** How long a line is, in words that fit a message. */
export const excerptOf = (text: string): string => (text.length > 70 ? `${text.slice(0, 69)}…` : text);
