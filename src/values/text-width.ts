/** How wide a line stands in Times New Roman: what a rule under it is as long as. Widths in thousandths of the size. */
const regular: Readonly<Record<string, number>> = {
  ...widths(250, ' ,.'),
  ...widths(278, 'ijlt:;/'),
  ...widths(333, 'Ifrs-()"'),
  ...widths(389, 'Js'),
  ...widths(444, 'acez'),
  ...widths(500, 'bdghknopquvxy0123456789'),
  ...widths(556, 'FPS'),
  ...widths(611, 'ELTZ'),
  ...widths(667, 'BCR'),
  ...widths(722, 'ADGHKNOQUVXYw'),
  ...widths(778, 'm'),
  ...widths(889, 'M'),
  ...widths(944, 'W'),
};
const bold: Readonly<Record<string, number>> = {
  ...widths(250, ' ,.'),
  ...widths(278, 'il/'),
  ...widths(333, 'fjt-():;'),
  ...widths(389, 'Is'),
  ...widths(444, 'cerz'),
  ...widths(500, 'agovxyJ0123456789'),
  ...widths(556, 'bdhknpquS"'),
  ...widths(611, 'FP'),
  ...widths(667, 'BELTZ'),
  ...widths(722, 'ACDNRUVXYw'),
  ...widths(778, 'GHKOQ'),
  ...widths(833, 'm'),
  ...widths(944, 'M'),
  ...widths(1000, 'W'),
};

function widths(width: number, letters: string): Record<string, number> {
  return Object.fromEntries([...letters].map((letter) => [letter, width]));
}

/** In points. Marks above and below a letter take no room of their own. */
export function textWidth(text: string, size: number, isBold = false): number {
  const table = isBold ? bold : regular;
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('Đ', 'D').replaceAll('đ', 'd');
  let sum = 0;
  for (const letter of plain) sum += table[letter] ?? 500;
  return (sum * size) / 1000;
}
