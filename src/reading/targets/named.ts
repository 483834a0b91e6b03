import type { Change } from '../../values/finding.ts';
import type { Around, Atom } from './atom.ts';

/** What a number's target is called, and how far its words reach. */
export type Named = {
  name: string;
  variant: string | null;
  /** Where its quote ends. */
  to: number;
  /** True where the quote begins with the number. */
  valueFirst: boolean;
  parent: number | null;
  /** For the same figure in another unit: the direction of the figure before. */
  restates?: Change;
  /** What it tells of the atom it continues: the words they share are that one's too. */
  amends?: { at: number; change: Partial<Pick<Atom, 'name' | 'variant'>> };
};

/** What the rules of names look at. */
export type Naming = {
  around: Around;
  own: string;
  remark: string | null;
  plain: Pick<Named, 'to' | 'valueFirst' | 'parent'>;
};
