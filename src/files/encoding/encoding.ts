import { nfc, nfcWithOffsets } from '../../values/vietnamese.ts';
import { type Encoding, signsOf } from './tables.ts';

export type Decoded = { text: string; offsetOf: (offset: number) => number };

/** A text in an old encoding, shown as Windows-1252, as Vietnamese in NFC, with the way back to the signs it came from. */
export function decodeEncoding(raw: string, encoding: Encoding): Decoded {
  const signs = signsOf[encoding];
  const parts: string[] = [];
  const origins: number[] = [];
  for (let at = 0; at < raw.length; at++) {
    const sign = raw.charAt(at);
    const letter = signs.get(sign) ?? sign;
    parts.push(letter);
    for (let i = 0; i < letter.length; i++) origins.push(at);
  }
  origins.push(raw.length);
  const spelled = parts.join('');
  const normal = nfcWithOffsets(spelled);
  const text = normal?.text ?? spelled;
  return {
    text: encoding === 'tcvn3' ? withCapitals(text) : text,
    offsetOf: (offset) => origins[normal?.offsetOf(offset) ?? offset] ?? raw.length,
  };
}

/**
 * TCVN3 keeps no capitals with tone marks: fonts show them (.VnTimeH), the text has small letters. A word is written in
 * capitals where all its plain letters are, and a word with one plain letter or none where the words beside it are.
 */
function withCapitals(text: string): string {
  return text.replace(/[^\n]+/g, (line) => (/[A-ZĐ]/.test(line) ? lineWithCapitals(line) : line));
}

function lineWithCapitals(line: string): string {
  const words = [...line.matchAll(/\p{L}+/gu)].map((match) => ({ at: match.index, word: match[0] }));
  const parts: string[] = [];
  let end = 0;
  let run: string[] = [];
  const close = (): void => {
    parts.push(...runWithCapitals(run));
    run = [];
  };
  for (const { at, word } of words) {
    const gap = line.slice(end, at);
    // A number, a colon or a slash ends a run: "Số: 95/QĐ-UBND" says nothing about its first word.
    if (!/^[\s,()"“”&-]*$/u.test(gap)) close();
    run.push(gap, word);
    end = at + word.length;
  }
  close();
  return parts.join('') + line.slice(end);
}

/** @param run gap and word in turn */
function runWithCapitals(run: readonly string[]): string[] {
  const known = run.map((word, at) => (at % 2 === 1 ? caseOf(word) : undefined));
  return run.map((word, at) => (at % 2 === 1 && (known[at] ?? besides(known, at)) ? word.toUpperCase() : word));
}

/** Letters that have capitals in TCVN3 decide; undefined where too few can tell, as in abbreviations. */
function caseOf(word: string): boolean | undefined {
  const plain = word.match(/[a-zA-ZăâêôơưđĂÂÊÔƠƯĐ]/g) ?? [];
  const capitals = plain.filter((letter) => letter !== letter.toLowerCase()).length;
  if (capitals < plain.length) return false;
  return plain.length >= 2 && isSyllable(word) ? true : undefined;
}

/** The nearest words of known case on both sides say it together; where only one side has any, that one. */
function besides(known: readonly (boolean | undefined)[], at: number): boolean {
  const before = known.slice(Math.max(0, at - 8), at).findLast((one) => one !== undefined);
  const after = known.slice(at + 1, at + 9).find((one) => one !== undefined);
  return (before ?? after ?? false) && (after ?? before ?? false);
}

/** In the order of their age in archives, which decides between two that fit a short text alike. */
const encodings: readonly Encoding[] = ['tcvn3', 'vni', 'windows1258'];

/** Enough of a text to know its encoding by. */
const sampleLength = 200_000;

/**
 * The old encoding in which a text shown as Windows-1252 reads as Vietnamese, judged by its words with other than ASCII
 * letters; undefined where it does in none.
 */
export function encodingOf(raw: string): Encoding | undefined {
  const sample = raw.slice(0, sampleLength);
  let best: { encoding: Encoding; share: number } | undefined;
  for (const encoding of encodings) {
    const share = shareOfSyllables(nfc(decodeEncoding(sample, encoding).text));
    if (share >= leastShare && share > (best?.share ?? 0) + 0.01) best = { encoding, share };
  }
  return best?.encoding;
}

/** Names, abbreviations and slips of typing are no syllables; in a wrong encoding hardly one word in five is. */
const leastShare = 0.7;

/**
 * True for Unicode text that is none: letters of an old font, saved as the letters of Western Europe that share their
 * codes ("Céng hoµ x· héi").
 */
export function looksMisread(text: string): boolean {
  const sample = text.slice(0, sampleLength);
  if (/[^\0-\u024f\u2000-\u22ff\ufeff]|[ĂăĐđĨĩŨũƠơƯư]/u.test(sample)) return false;
  const foreign = sample.match(/[\u00a1-\u00ff]/g)?.length ?? 0;
  return foreign >= 20 && foreign > sample.length / 50 && shareOfSyllables(sample) < 0.5;
}

/** Of the words with other than ASCII letters, how many are Vietnamese syllables; 0 where there are none. */
export function shareOfSyllables(text: string): number {
  let words = 0;
  let syllables = 0;
  for (const [word] of text.matchAll(/[^\s!-@[-`{-~\u2000-\u206f]+/gu)) {
    if (!/[^\0-\x7f]/.test(word)) continue;
    words += 1;
    if (isSyllable(word)) syllables += 1;
  }
  return words === 0 ? 0 : syllables / words;
}

const onset = 'ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnpqrstvx]';
const nucleus =
  'oai|oay|oeo|uây|uyê|uya|uyu|uôi|ươi|ươu|iêu|yêu|oao|ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iu|oa|oă|oe|oi|ôi|ơi|oo|ua|uâ|uê|ui|uô|uơ|uy|ưa|ưi|ươ|ưu|yê|[aăâeêioôơuưy]';
const syllable = new RegExp(`^(?:${onset})?(?:${nucleus})?(?<end>ch|ng|nh|[cmnpt])?$`, 'u');
const toneMarks = /\u0300|\u0301|\u0303|\u0309|\u0323/g;

/** A Vietnamese syllable: parts that occur, one tone at most, and before a stop only the two tones it can bear. */
function isSyllable(word: string): boolean {
  const spelled = word.toLowerCase().normalize('NFD');
  const tones = spelled.match(toneMarks) ?? [];
  const plain = spelled.replace(toneMarks, '').normalize('NFC');
  const end = tones.length > 1 ? undefined : syllable.exec(plain);
  if (!end) return plain === 'đ';
  const isStopped = /^(?:ch|[cpt])$/.test(end.groups?.end ?? '');
  return !isStopped || tones[0] === '\u0301' || tones[0] === '\u0323';
}
