/** Numbers of a spreadsheet as a Vietnamese Excel shows them (ISO/IEC 29500-1, 18.8.30 and 18.8.31). */

const builtIn: ReadonlyMap<number, string> = new Map([
  [1, '0'],
  [2, '0.00'],
  [3, '#,##0'],
  [4, '#,##0.00'],
  [9, '0%'],
  [10, '0.00%'],
  [14, 'dd/mm/yyyy'],
  [15, 'd-mmm-yy'],
  [16, 'd-mmm'],
  [17, 'mmm-yy'],
  [18, 'h:mm'],
  [19, 'h:mm:ss'],
  [20, 'h:mm'],
  [21, 'h:mm:ss'],
  [22, 'dd/mm/yyyy h:mm'],
  [37, '#,##0;(#,##0)'],
  [38, '#,##0;(#,##0)'],
  [39, '#,##0.00;(#,##0.00)'],
  [40, '#,##0.00;(#,##0.00)'],
  [41, '#,##0;-#,##0;-'],
  [42, '#,##0;-#,##0;-'],
  [43, '#,##0.00;-#,##0.00;-'],
  [44, '#,##0.00;-#,##0.00;-'],
]);

export const builtInFormat = (id: number): string => builtIn.get(id) ?? 'General';

/** Parts of a format: quoted and escaped text, brackets, widths and fills, and all else sign by sign. */
const pieces = /"([^"]*)"?|\\(.)|\[([^\]]*)\]|_.|\*.|[^"\\[_*]/gs;
/** Longer formats are none that people write. */
const maxFormat = 255;

type Piece = { literal: string } | { sign: string };

function piecesOf(section: string): Piece[] {
  return [...section.matchAll(pieces)].flatMap((match): Piece[] => {
    const [whole, quoted, escaped, bracket] = match;
    const literal = quoted ?? escaped;
    if (literal !== undefined) return [{ literal }];
    // "[$₫-42A]" names a currency; conditions, colours and elapsed hours show nothing of their own.
    if (bracket !== undefined)
      return bracket.startsWith('$') ? [{ literal: bracket.slice(1).split('-')[0] ?? '' }] : [];
    return whole.startsWith('_') || whole.startsWith('*') ? [] : [{ sign: whole }];
  });
}

const sectionsOf = (format: string): string[] =>
  format.match(/(?:"[^"]*"?|\\.|\[[^\]]*\]|[^;"\\[])+|(?<=;)(?=;|$)/gs) ?? [];

/** @param isLate true for the calendar of 1904 */
export function formatCell(value: number, format: string, isLate = false): string {
  const sections = sectionsOf(format.slice(0, maxFormat));
  const at = value < 0 && sections.length > 1 ? 1 : value === 0 && sections.length > 2 ? 2 : 0;
  const section = piecesOf(sections[at] ?? 'General');
  const signs = section.map((piece) => ('sign' in piece ? piece.sign : '')).join('');
  if (/general/i.test(signs)) return general(value);
  if (/[dmyhs]/i.test(signs)) return dateText(value, section, isLate);
  if (!/[0#?]/.test(signs)) return section.map((piece) => ('literal' in piece ? piece.literal : piece.sign)).join('');
  if (/[eE/]/.test(signs)) return general(value);
  return numberText(at === 1 ? -value : value, section);
}

const withMarks = (whole: string, decimals: string): string => (decimals === '' ? whole : `${whole},${decimals}`);

/** As many digits as a cell has room for. */
function general(value: number): string {
  const short = Number(value.toPrecision(11));
  if (Math.abs(short) >= 1e15 || (short !== 0 && Math.abs(short) < 1e-9)) return String(short).replace('.', ',');
  const [whole = '', decimals = ''] = short.toFixed(10).split('.');
  return withMarks(whole, decimals.replace(/0+$/, ''));
}

/** Fractions of a number that no one sees: Excel counts in 15 digits. */
const seen = (value: number): number => Number(value.toPrecision(15));

function numberText(value: number, section: readonly Piece[]): string {
  const isPlace = (piece: Piece): boolean => 'sign' in piece && /[0#?.,]/.test(piece.sign);
  const first = section.findIndex(isPlace);
  const last = section.findLastIndex(isPlace);
  const pattern = section
    .slice(first, last + 1)
    .map((piece) => ('sign' in piece ? piece.sign : ''))
    .join('');
  const [places = '', decimalPlaces = ''] = pattern.replace(/,+$/, '').split('.');
  const percents = section.filter((piece) => 'sign' in piece && piece.sign === '%').length;
  const thousands = /,+$/.exec(pattern)?.[0].length ?? 0;
  const scaled = seen(value * 100 ** percents) / 1000 ** thousands;
  const most = Math.min(decimalPlaces.replace(/[^0#?]/g, '').length, 15);
  const least = decimalPlaces.replace(/[^0]/g, '').length;
  const [whole = '', decimals = ''] = roundedTo(Math.abs(scaled), most).split('.');
  const kept = decimals.slice(0, least) + decimals.slice(least).replace(/0+$/, '');
  const padded = whole.padStart(places.replace(/[^0]/g, '').length, '0');
  const grouped = places.includes(',') ? padded.replace(/\B(?=(?:\d{3})+$)/g, '.') : padded;
  const minus = scaled < 0 && /[1-9]/.test(whole + decimals) ? '-' : '';
  const outer = (part: readonly Piece[]): string =>
    part.map((piece) => ('literal' in piece ? piece.literal : piece.sign)).join('');
  return `${minus}${outer(section.slice(0, first))}${withMarks(grouped, kept)}${outer(section.slice(last + 1))}`.trim();
}

/** Halves go up in the decimal number that is seen, not in its binary neighbour. */
function roundedTo(value: number, places: number): string {
  if (value >= 1e15) return value.toLocaleString('en-US', { useGrouping: false });
  const shifted = Number(`${seen(value)}e${places}`);
  return Number.isFinite(shifted) && shifted < 1e15
    ? Number(`${Math.round(shifted)}e-${places}`).toFixed(places)
    : value.toFixed(places);
}

const dayLength = 86_400_000;

/** Days are counted from 30/12/1899, or from 01/01/1904. */
function dateText(value: number, section: readonly Piece[], isLate: boolean): string {
  const start = isLate ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  const date = new Date(start + Math.round(value * dayLength));
  if (value < 0 || Number.isNaN(date.getTime())) return general(value);
  const raw = section.map((piece) => ('literal' in piece ? `"${piece.literal}"` : piece.sign)).join('');
  const codes = [...raw.matchAll(/"[^"]*"|AM\/PM|A\/P|([ymdhs])\1*|./gis)].map(([code]) => code);
  const small = codes.map((code) => code.toLowerCase());
  return codes
    .map((code, at) => {
      if (code.startsWith('"')) return code.slice(1, -1);
      const before = small.slice(0, at).findLast((one) => /^[ymdhs]+$/.test(one)) ?? '';
      const after = small.slice(at + 1).find((one) => /^[ymdhs]+$/.test(one)) ?? '';
      return dateCode(small[at] ?? '', date, before.startsWith('h') || after.startsWith('s')) ?? code;
    })
    .join('')
    .trim();
}

/** undefined for a sign that is shown as it is. */
function dateCode(code: string, date: Date, isTime: boolean): string | undefined {
  const two = (number: number): string => String(number).padStart(code.length > 1 ? 2 : 1, '0');
  const month = date.getUTCMonth() + 1;
  if (/^y+$/.test(code))
    return code.length > 2 ? String(date.getUTCFullYear()) : String(date.getUTCFullYear()).slice(-2);
  if (/^m+$/.test(code)) {
    if (isTime) return two(date.getUTCMinutes());
    return code.length > 2 ? `tháng ${month}` : two(month);
  }
  if (/^d+$/.test(code)) return code.length > 2 ? weekdays[date.getUTCDay()] : two(date.getUTCDate());
  if (/^h+$/.test(code)) return two(date.getUTCHours());
  if (/^s+$/.test(code)) return two(date.getUTCSeconds());
  return code === 'am/pm' || code === 'a/p' ? '' : undefined;
}

const weekdays = ['Chủ nhật', 'Thứ hai', 'Thứ ba', 'Thứ tư', 'Thứ năm', 'Thứ sáu', 'Thứ bảy'];
