import { nfc } from '../../values/vietnamese.ts';
import type { Box } from './regions.ts';

/** A word as it was recognised, in dots of the picture; `confidence` from 0 to 1. */
export type Word = { text: string; box: Box; confidence: number };

/** A line of words: how high its letters are with all that rises and hangs, and its base line at `left`. */
export type WordLine = { words: Word[]; size: number; left: number; base: number; slope: number };

const linePattern =
  /<span class='ocr_\w+'[^>]*title="bbox (\d+) \d+ \d+ (\d+)(?:; baseline (-?[\d.]+) (-?[\d.]+))?(?:[^"]*?x_size ([\d.]+))?/;
const wordPattern =
  /<span class='ocrx_word'[^>]*title='bbox (\d+) (\d+) (\d+) (\d+); x_wconf (\d+)[^']*'[^>]*>(.*?)<\/span>/g;

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** The Icelandic letter that looks as Đ does; one Đ is often given as both. */
const twiceD = /ĐÐ|ÐĐ|Ð/g;

/** Reads the lines of Tesseract's hOCR, which is written in one way only. */
export function linesOfHocr(hocr: string): WordLine[] {
  return hocr.split(/(?=<span class='ocr_)/).flatMap((part) => {
    const line = linePattern.exec(part);
    if (!line) return [];
    const words = [...part.matchAll(wordPattern)].flatMap(([, left, top, right, bottom, sure, inner = '']): Word[] => {
      const plain = inner.replace(/<[^>]*>/g, '').replace(/&(#?\w+);/g, (all, name) => entities[name] ?? all);
      const text = nfc(plain).replace(twiceD, 'Đ').trim();
      const box = { left: Number(left), top: Number(top), right: Number(right), bottom: Number(bottom) };
      return text === '' ? [] : [{ text, box, confidence: Number(sure) / 100 }];
    });
    if (words.length === 0) return [];
    const [, left, bottom, slope = '0', below = '0', size = '0'] = line;
    return [
      { words, size: Number(size), left: Number(left), base: Number(bottom) + Number(below), slope: Number(slope) },
    ];
  });
}
