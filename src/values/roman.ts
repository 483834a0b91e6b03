const signs: readonly [number, string][] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

/** 14 -> "XIV". */
export function roman(number: number): string {
  let rest = number;
  let text = '';
  for (const [size, sign] of signs) {
    for (; rest >= size; rest -= size) text += sign;
  }
  return text;
}
