/**
 * Whether a text names a person, or says how to reach one: what the public is never shown (Luật Bảo vệ dữ liệu cá nhân
 * 91/2025/QH15). Sentences of plans name agencies; where one names somebody, it does so with a form of address or an office
 * before the name. Numbers of telephones, of identity papers and addresses of mail give somebody away without a name.
 */
export function namesPerson(text: string): boolean {
  const plain = text.normalize('NFC').replace(/\s+/g, ' ');
  return (
    mail.test(plain) || telephone.test(plain) || identity.test(plain) || [...plain.matchAll(addressed)].some(isName)
  );
}

const mail = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/u;
/** Not a sum of money: those are parted by dots in threes and do not begin with a zero. */
const telephone = /(?<![\d.,])(?:\+84|0)(?:[ .-]?\d){8,10}(?![\d.,]*\d)/u;
const identity = /(?:CCCD|CMND|căn cước|định danh cá nhân)[^.;]{0,30}?\d{9,12}/iu;

/** Two to five syllables with capitals after the form of address. `Ông`, `Bà` with a capital begin names of places (Bà Rịa). */
const addressed =
  /(?<![\p{L}\p{M}])(?:đồng chí|[Đđ]\/c|Đồng chí|ông|bà|anh|chị|cô|(?:[Bb]ác|[Tt]hạc|[Tt]iến) sĩ|[Kk]ỹ sư|TS\.|ThS\.|BS\.|PGS\.?|GS\.|(?:họ và|họ) tên:?) ?(?<name>(?:\p{Lu}[\p{L}\p{M}]*(?: |$|(?=[,.;:)]))){2,5})/gu;

/** Words that begin the name of an office, not of a person: "đồng chí Chủ tịch Ủy ban nhân dân". */
const offices =
  /^(?:Chủ|Phó|Bí|Giám|Trưởng|Thủ|Bộ|Thứ|Chánh|Ủy|Thường|Tỉnh|Thành|Lãnh|Tổng|Cục|Chi|Viện|Hiệu|Đại|Tư|Chính|Kế)$/u;

function isName({ groups }: RegExpMatchArray): boolean {
  const [first = ''] = (groups?.name ?? '').split(' ');
  return first !== '' && !offices.test(first);
}
