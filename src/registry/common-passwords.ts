import { fold } from '../values/vietnamese.ts';

/** Words of which people here make passwords, beside what lists of breached ones hold; without accents and spaces. */
const habits = `
  matkhau matma password pass taikhoan dangnhap truycap hethong admin quantri user nguoidung test demo welcome hello xinchao
  canbo congchuc vienchuc chuyenvien lanhdao giamdoc chutich bithu vanphong vanthu kehoach baocao tiendo chitieu nhiemvu theodoi
  uybannhandan uyban ubnd hoidongnhandan hoidong hdnd tinhuy chinhphu nhanuoc coquan donvi so phong ban chicuc
  tinh tinhthanh thanhpho tp quan huyen thixa thitran xa phuong dackhu vietnam vn gov govvn
  thang nam quy ngay moi cu mua xuan ha thu dong anhyeuem emyeuanh anhyeu emyeu yeuem yeuanh iloveyou love giadinh hanhphuc mayman
  abc abcd abcde abcdef abcxyz xyz aaa qwe qwer qwert qwerty asd asdf asdfgh zxc zxcv zxcvbn qaz wsx edc
  angiang bariavungtau bacgiang backan baclieu bacninh bentre binhdinh binhduong binhphuoc binhthuan camau cantho caobang danang
  daklak daknong dienbien dongnai dongthap gialai hagiang hanam hanoi hatinh haiduong haiphong haugiang hoabinh hungyen khanhhoa
  kiengiang kontum laichau lamdong langson laocai longan namdinh nghean ninhbinh ninhthuan phutho phuyen quangbinh quangnam
  quangngai quangninh quangtri soctrang sonla tayninh thaibinh thainguyen thanhhoa thuathienhue hue tiengiang hochiminh hcm saigon
  travinh tuyenquang vinhlong vinhphuc yenbai
`
  .trim()
  .split(/\s+/);

/** Letters as those write them who were told to mix in digits and signs. */
const written: Record<string, string> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '1': 'i',
  '!': 'i',
  '0': 'o',
  $: 's',
  '5': 's',
  '7': 't',
};

/**
 * Whether nothing is left of a password but what is guessed first: one of the list or words of habit, whatever digits and signs
 * stand before, behind and between them. Adding "@2026!" makes no password of a word.
 * @param listed passwords known from breaches, in small letters
 */
export function isCommonPassword(password: string, listed: ReadonlySet<string>): boolean {
  const bare = fold(password.toLowerCase());
  const core = bare.replace(/^[^a-z]+|[^a-z]+$/g, '');
  const meant = core.replace(/[@431!0$57]/g, (sign) => written[sign] ?? sign);
  const ways = new Set([core, meant].map((way) => way.replace(/[^a-z]/g, '')));
  return listed.has(bare) || [core, meant, ...ways].some((way) => way === '' || listed.has(way) || isHabitual(way));
}

const repeated = /^(.{1,4})\1+$/;

/** Whether it is one short piece again and again, or falls into words of habit without a rest. */
function isHabitual(letters: string): boolean {
  if (repeated.test(letters)) return true;
  const reached = new Set([0]);
  for (let at = 0; at < letters.length; at += 1)
    if (reached.has(at)) for (const word of habits) if (letters.startsWith(word, at)) reached.add(at + word.length);
  return reached.has(letters.length);
}
