import { expect, it } from 'vitest';
import { formulaWords } from './formula-words.ts';

it('reads a formula with the names of its indicators', () =>
  expect(
    formulaWords('{grdp-size|} / {population|thành thị} * 1000 + {x}', [
      { id: 'grdp-size', name: 'Quy mô GRDP' },
      { id: 'population', name: 'Dân số' },
    ]),
  ).toBe('“Quy mô GRDP” / “Dân số, thành thị” × 1000 + “x”'));
