/**
 * The encodings of Vietnamese before Unicode, each as signs of Windows-1252 (what a program that knows nothing of them
 * shows) -> letters, or marks that combine with the letter before them.
 */
export type Encoding = 'tcvn3' | 'vni' | 'windows1258';

/** Letters from 0xA1 on of TCVN 5712:1993, third set ("ABC", fonts .Vn…): it has no capitals with tone marks. */
const tcvn3Letters =
  'ĂÂÊÔƠƯĐăâêôơưđ\0\0\0\0\0\0àảãáạ\0ằẳẵắ\0\0\0\0\0\0\0ặầẩẫấậè\0ẻẽéẹềểễếệìỉ\0\0\0ĩíịò\0ỏõóọồổỗốộờởỡớợù\0ủũúụừửữứựỳỷỹýỵ';

const tcvn3 = new Map(
  Array.from(tcvn3Letters, (letter, at): [string, string] => [String.fromCharCode(0xa1 + at), letter]).filter(
    ([, letter]) => letter !== '\0',
  ),
);

const grave = '\u0300';
const acute = '\u0301';
const hook = '\u0309';
const tilde = '\u0303';
const dot = '\u0323';
const circumflex = '\u0302';
const breve = '\u0306';

/** VNI-Windows (fonts VNI-…): a plain letter, and a second sign for its marks. */
const vniSmall: readonly [string, string][] = [
  ['ø', grave],
  ['ù', acute],
  ['û', hook],
  ['õ', tilde],
  ['ï', dot],
  ['â', circumflex],
  ['á', circumflex + acute],
  ['à', circumflex + grave],
  ['å', circumflex + hook],
  ['ã', circumflex + tilde],
  ['ä', circumflex + dot],
  ['ê', breve],
  ['é', breve + acute],
  ['è', breve + grave],
  ['ú', breve + hook],
  ['ü', breve + tilde],
  ['ë', breve + dot],
  ['ô', 'ơ'],
  ['ö', 'ư'],
  ['ñ', 'đ'],
  ['í', 'í'],
  ['ì', 'ì'],
  ['æ', 'ỉ'],
  ['ó', 'ĩ'],
  ['ò', 'ị'],
  ['î', 'ỵ'],
];
const vni = new Map(vniSmall.flatMap(([sign, letter]) => [[sign, letter] as const, [upper(sign), upper(letter)]]));

function upper(text: string): string {
  return text.toUpperCase();
}

/** Windows-1258 where it differs from Windows-1252: five marks that combine, and the letters of Vietnamese alone. */
const windows1258 = new Map<string, string>([
  ['Ì', grave],
  ['Ò', hook],
  ['Þ', tilde],
  ['ì', acute],
  ['ò', dot],
  ['Ã', 'Ă'],
  ['ã', 'ă'],
  ['Ð', 'Đ'],
  ['ð', 'đ'],
  ['Õ', 'Ơ'],
  ['õ', 'ơ'],
  ['Ý', 'Ư'],
  ['ý', 'ư'],
  ['þ', '₫'],
]);

export const signsOf: Readonly<Record<Encoding, ReadonlyMap<string, string>>> = { tcvn3, vni, windows1258 };
