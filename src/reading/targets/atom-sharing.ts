import { type Atom, hasPredicate, predicateIn } from './atom.ts';

/** Words that one atom of a list has and its neighbours share. */

/** "giảm 5% biên chế công chức và 10% biên chế viên chức": the second has the first's direction and deadline. @param joint what stands between the two */
export function likeSibling(atom: Atom, before: Atom | undefined, joint: string): Atom {
  const shares =
    before?.quantity?.kind === 'percent' && atom.quantity?.kind === 'percent' && before.change === 'decrease';
  if (!shares || !/^[^,;]*\svà\s*$/u.test(joint)) return atom;
  return {
    ...atom,
    change: before.change,
    deadline: atom.deadline ?? before.deadline,
    name: atom.name.replace(/^Tỷ lệ (\p{Ll})/u, (_, letter: string) => letter.toUpperCase()),
  };
}

/** "99,3% dân cư thành thị; 99,8% dân cư nông thôn được sử dụng nước sạch": the predicate of the second is the first's too. */
export function sharePredicate(atoms: Atom[], text: string): Atom[] {
  return atoms.map((atom, i) => {
    const next = atoms[i + 1];
    // "Đến năm 2025 đạt 60%, năm 2030 đạt 80% doanh nghiệp sử dụng …": what is counted stands behind the last.
    if (next && /^(?:Tỷ lệ|Số)$/u.test(atom.name) && next.name.startsWith(`${atom.name} `))
      return { ...atom, name: next.name };
    const shared =
      next && isShare(atom) && isShare(next) && isList(text.slice(atom.to, next.from))
        ? predicateIn(next.name)
        : undefined;
    // "tỷ lệ hộ nghèo 3%, tỷ lệ chợ có mạng 70%": what stands before its number says all that it is.
    const named = atom.quantity !== undefined && atom.from < atom.quantity.from;
    const lacks = atom.variant === null && !named && !hasPredicate(atom.name) && atom.name.split(' ').length < 9;
    return shared && lacks && atom.name !== next?.name ? { ...atom, name: atom.name + shared } : atom;
  });
}

/** "; ", ", " or " và " between two of a list; a full stop parts them. */
const isList = (joint: string): boolean =>
  !joint.includes('.') && joint.replace(/(?:đến|vào|trong|năm|\d{4}|\s|,)+/gu, ' ').length < 8;

const isShare = (atom: Atom): boolean => atom.quantity?.kind === 'percent' && /^Tỷ lệ /u.test(atom.name);

const perPeople = / trên \d[\d.]* dân$/u;

/** "35 giường bệnh, 14 - 16 bác sĩ, 24 điều dưỡng viên trên 10.000 dân": the last one's denominator is everyone's. */
export function shareDenominator(atoms: Atom[]): Atom[] {
  const shared = perPeople.exec(atoms.at(-1)?.name ?? '')?.[0];
  if (!shared) return atoms;
  return atoms.map((atom) =>
    atom.quantity?.kind === 'count' && !atom.name.includes('/') && !perPeople.test(atom.name)
      ? { ...atom, name: atom.name + shared }
      : atom,
  );
}
