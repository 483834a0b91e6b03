/** Writes Vietnamese in the encodings of old archives, from their published tables and not from the code under test. */

const tcvn3Small: Record<string, number> = {};
const rows: readonly [number, string][] = [
  [0xa1, 'ĂÂÊÔƠƯĐăâêôơưđ'],
  [0xb5, 'àảãáạ'],
  [0xbb, 'ằẳẵắ'],
  [0xc6, 'ặầẩẫấậè'],
  [0xce, 'ẻẽéẹềểễếệìỉ'],
  [0xdc, 'ĩíịò'],
  [0xe1, 'ỏõóọồổỗốộờởỡớợù'],
  [0xf1, 'ủũúụừửữứựỳỷỹýỵ'],
];
for (const [first, letters] of rows) {
  Array.from(letters).forEach((letter, at) => {
    tcvn3Small[letter] = first + at;
  });
}

/** Capitals with a tone mark become small letters, as typists of .VnTime had to leave them. */
export const tcvn3 = (text: string): Uint8Array =>
  Uint8Array.from(Array.from(text.normalize('NFC')), (letter) => {
    const code = tcvn3Small[letter] ?? tcvn3Small[letter.toLowerCase()] ?? letter.charCodeAt(0);
    if (code > 0xff) throw new Error(`${letter} is not in TCVN3`);
    return code;
  });

const vniPlain: Record<string, number> = {
  ơ: 0xf4,
  ư: 0xf6,
  đ: 0xf1,
  í: 0xed,
  ì: 0xec,
  ỉ: 0xe6,
  ĩ: 0xf3,
  ị: 0xf2,
  ỵ: 0xee,
};
const vniMarks: Record<string, number> = {
  '\u0300': 0xf8,
  '\u0301': 0xf9,
  '\u0309': 0xfb,
  '\u0303': 0xf5,
  '\u0323': 0xef,
  '\u0302': 0xe2,
  '\u0302\u0301': 0xe1,
  '\u0302\u0300': 0xe0,
  '\u0302\u0309': 0xe5,
  '\u0302\u0303': 0xe3,
  '\u0323\u0302': 0xe4,
  '\u0306': 0xea,
  '\u0306\u0301': 0xe9,
  '\u0306\u0300': 0xe8,
  '\u0306\u0309': 0xfa,
  '\u0306\u0303': 0xfc,
  '\u0323\u0306': 0xeb,
};

export const vni = (text: string): Uint8Array =>
  Uint8Array.from(
    Array.from(text.normalize('NFC')).flatMap((letter) => {
      const small = letter.toLowerCase();
      const shift = small === letter ? 0 : 0x20;
      const plain = vniPlain[small];
      if (plain !== undefined) return [plain - shift];
      const horn = small
        .normalize('NFD')
        .replace(/\u0300|\u0301|\u0303|\u0309|\u0323/g, '')
        .normalize('NFC');
      const base = vniPlain[horn] ?? small.normalize('NFD').charCodeAt(0);
      const marks =
        vniPlain[horn] === undefined
          ? small.normalize('NFD').slice(1)
          : small.normalize('NFD').replace(/\P{M}|[\u0302\u0306\u031b]/gu, '');
      const mark = vniMarks[marks];
      return mark === undefined ? [letter.charCodeAt(0)] : [base - shift, mark - shift];
    }),
  );

const letters1258: Record<string, number> = {
  ă: 0xe3,
  Ă: 0xc3,
  đ: 0xf0,
  Đ: 0xd0,
  ơ: 0xf5,
  Ơ: 0xd5,
  ư: 0xfd,
  Ư: 0xdd,
  '\u0300': 0xcc,
  '\u0309': 0xd2,
  '\u0303': 0xde,
  '\u0301': 0xec,
  '\u0323': 0xf2,
};

export const windows1258 = (text: string): Uint8Array =>
  Uint8Array.from(
    Array.from(text.normalize('NFC')).flatMap((letter) => {
      if (letters1258[letter] !== undefined || letter.charCodeAt(0) < 0x80) return [letter];
      const spelled = letter.normalize('NFD');
      const tones = spelled.replace(/\P{M}|[\u0302\u0306\u031b]/gu, '');
      return [...spelled.replace(/\u0300|\u0301|\u0303|\u0309|\u0323/g, '').normalize('NFC'), ...tones];
    }),
    (letter) => letters1258[letter] ?? letter.charCodeAt(0),
  );
