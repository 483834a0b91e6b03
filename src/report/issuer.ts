import { issuerKindOf } from '../values/form-choice.ts';
import type { Letterhead, OfficialDocument } from '../values/official-document.ts';
import type { PlainDate } from '../values/plain-date.ts';

/** An agency as it stands above and below what it issues. */
export type IssuerFacts = { name: string; parent: string | null; place: string | null };

const isCommittee = (name: string): boolean => /^(ủy|uỷ) ban nhân dân/iu.test(name);
const isCouncil = (name: string): boolean => /^hội đồng nhân dân/iu.test(name);

/** Number and day are filled in when it is signed. @param kindSign "QĐ", "BC"; null of a công văn */
export function letterheadOf(issuer: IssuerFacts, date: PlainDate, kindSign: string | null): Letterhead {
  const issuedBy = issuerKindOf(issuer.name);
  const sign = issuedBy === 'party' && kindSign === null ? 'CV' : kindSign;
  return {
    issuedBy,
    // People's Committees and Councils stand on their own.
    parent: isCommittee(issuer.name) || isCouncil(issuer.name) ? null : issuer.parent,
    issuer: issuer.name,
    number: null,
    symbol: sign === null ? '………' : `${sign}${issuedBy === 'party' ? '/' : '-'}…`,
    place: issuer.place ?? '…………',
    date,
  };
}

type End = Pick<OfficialDocument, 'signing' | 'archive'>;

/** Who signs for the agency and who keeps the document; the name is written when it is signed. */
export function endOf({ name }: IssuerFacts): End {
  if (issuerKindOf(name) === 'party')
    return {
      signing: { lines: [{ as: 'onBehalf', text: 'BAN THƯỜNG VỤ' }, { text: 'BÍ THƯ' }], name: null },
      archive: `Văn phòng ${name}`,
    };
  const head = { text: 'CHỦ TỊCH' };
  if (isCommittee(name))
    return {
      signing: { lines: [{ as: 'onBehalf', text: 'ỦY BAN NHÂN DÂN' }, head], name: null },
      archive: 'VT',
    };
  // Resolutions of a Council are signed by its chair alone.
  return { signing: { lines: [isCouncil(name) ? head : { text: 'THỦ TRƯỞNG CƠ QUAN' }], name: null }, archive: 'VT' };
}
