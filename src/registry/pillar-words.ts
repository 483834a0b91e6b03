import { fold } from '../values/vietnamese.ts';
import type { Pillar } from './indicator.ts';

const words: readonly [Pillar, RegExp][] = [
  [
    'economy',
    /kinh te|ngan sach|thu chi|tai chinh|dau tu|san xuat|cong nghiep|nong nghiep|thuong mai|dich vu|doanh nghiep/,
  ],
  ['infrastructure', /ha tang|giao thong|do thi|xay dung|chuyen doi so/],
  ['society', /van hoa|xa hoi|giao duc|y te|lao dong|giam ngheo|an sinh/],
  ['environment', /moi truong|tai nguyen|dat dai|khi hau/],
  ['reform', /cai cach|noi vu|thanh tra|hanh chinh/],
  ['security', /quoc phong|an ninh|doi ngoai|trat tu/],
  ['politics', /chinh tri|xay dung dang/],
];

/** Which indicators a section of a report is about, by the words of its title. */
export function pillarsOfTitle(title: string): Pillar[] {
  const said = fold(title);
  return words.flatMap(([pillar, pattern]) => (pattern.test(said) ? [pillar] : []));
}
