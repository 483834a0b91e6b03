import type { FormElement } from '../src/values/document-form.ts';
import type { FaultAspect } from '../src/values/form-check.ts';
import {
  bold,
  change,
  colour,
  font,
  headers,
  inParagraph,
  italic,
  left,
  main,
  margin,
  noRule,
  notBold,
  type Parts,
  ruleIn,
  size,
  upright,
  without,
  words,
} from './change-docx.ts';
import type { officialDocuments } from './official-documents.ts';

/** A departure from the form, made in a document that was written rightly: the checker is to find it, and it alone. */
export type DeliberateFault = {
  name: string;
  of: keyof typeof officialDocuments;
  make: (parts: Parts) => void;
  found: `${FormElement | 'page'}.${FaultAspect}`;
};

const nation = 'CỘNG HÒA XÃ HỘI';
const motto = 'Độc lập - Tự do';
const longLine = 'Các sở, ban, ngành, Ủy ban';

export const deliberateFaults: readonly DeliberateFault[] = [
  // The page.
  {
    name: 'letter paper',
    of: 'report',
    make: (parts) =>
      change(parts, main, (text) => text.replaceAll('w:w="11906" w:h="16838"', 'w:w="12240" w:h="15840"')),
    found: 'page.paper',
  },
  {
    name: 'an upright text laid across',
    of: 'letter',
    make: (parts) =>
      change(parts, main, (text) =>
        text.replace('w:w="11906" w:h="16838" w:orient="portrait"', 'w:w="16838" w:h="11906" w:orient="landscape"'),
      ),
    found: 'page.orientation',
  },
  { name: 'a top margin of 15 mm', of: 'report', make: margin('top', 850), found: 'page.top' },
  { name: 'a bottom margin of 30 mm', of: 'report', make: margin('bottom', 1701), found: 'page.bottom' },
  { name: 'a left margin of 25,4 mm', of: 'report', make: margin('left', 1440), found: 'page.left' },
  { name: 'a right margin of 25,4 mm', of: 'report', make: margin('right', 1440), found: 'page.right' },
  {
    name: 'no page number',
    of: 'report',
    make: headers((text) => text.replace(/<w:r>.*<\/w:r>/s, '')),
    found: 'pageNumber.missing',
  },
  {
    name: 'the page number on the right',
    of: 'report',
    make: headers((text) => text.replace('w:val="center"', 'w:val="right"')),
    found: 'pageNumber.align',
  },
  {
    name: 'a page number in 11',
    of: 'report',
    make: headers((text) => text.replaceAll('<w:sz w:val="28"/>', '<w:sz w:val="22"/>')),
    found: 'pageNumber.size',
  },
  {
    name: 'a number on the first page',
    of: 'report',
    make: (parts) => change(parts, main, (text) => text.replaceAll('<w:titlePg/>', '')),
    found: 'pageNumber.firstPage',
  },
  {
    name: 'pages counted from 5',
    of: 'report',
    make: (parts) =>
      change(parts, main, (text) => text.replace('<w:pgNumType w:start="1"/>', '<w:pgNumType w:start="5"/>')),
    found: 'pageNumber.start',
  },
  // Box 1.
  { name: 'no quốc hiệu', of: 'report', make: without(nation), found: 'nation.missing' },
  {
    name: 'quốc hiệu misspelt',
    of: 'report',
    make: words('CHỦ NGHĨA VIỆT NAM', 'CHỦ NGHIÃ VIỆT NAM'),
    found: 'nation.wording',
  },
  { name: 'quốc hiệu not bold', of: 'report', make: notBold(nation), found: 'nation.notBold' },
  { name: 'quốc hiệu in 14', of: 'report', make: size(nation, 14), found: 'nation.size' },
  { name: 'no tiêu ngữ', of: 'decision', make: without(motto), found: 'motto.missing' },
  {
    name: 'tiêu ngữ with long dashes',
    of: 'decision',
    make: words('Độc lập - Tự do - Hạnh phúc', 'Độc lập – Tự do – Hạnh phúc'),
    found: 'motto.wording',
  },
  { name: 'tiêu ngữ in 12', of: 'decision', make: size(motto, 12), found: 'motto.size' },
  { name: 'tiêu ngữ in italics', of: 'decision', make: italic(motto), found: 'motto.italic' },
  { name: 'no line under the tiêu ngữ', of: 'decision', make: noRule(motto), found: 'motto.rule' },
  { name: 'a short line under the tiêu ngữ', of: 'decision', make: ruleIn(motto, 1900), found: 'motto.ruleLength' },
  // Box 2.
  { name: 'the issuer not bold', of: 'decision', make: notBold('ỦY BAN NHÂN DÂN</w:t>'), found: 'issuer.notBold' },
  {
    name: 'the issuer in small letters',
    of: 'letter',
    make: words('SỞ TÀI CHÍNH', 'Sở Tài chính'),
    found: 'issuer.case',
  },
  { name: 'the issuer in 14', of: 'letter', make: size('SỞ TÀI CHÍNH', 14), found: 'issuer.size' },
  { name: 'no line under the issuer', of: 'letter', make: noRule('SỞ TÀI CHÍNH'), found: 'issuer.rule' },
  { name: 'a line as long as the issuer', of: 'letter', make: ruleIn('SỞ TÀI CHÍNH', 700), found: 'issuer.ruleLength' },
  { name: 'the body above in bold', of: 'letter', make: bold('UBND TỈNH'), found: 'parent.bold' },
  // Box 3.
  { name: 'no number', of: 'decision', make: without('Số: 07'), found: 'number.missing' },
  { name: 'no colon after "Số"', of: 'decision', make: words('Số: 07/QĐ-UBND', 'Số 07/QĐ-UBND'), found: 'number.mark' },
  {
    name: 'a number below ten without its zero',
    of: 'decision',
    make: words('Số: 07/', 'Số: 7/'),
    found: 'number.padding',
  },
  {
    name: 'a dash between number and symbol',
    of: 'decision',
    make: words('Số: 07/QĐ-UBND', 'Số: 07-QĐ/UBND'),
    found: 'number.separator',
  },
  {
    name: 'room inside the symbol',
    of: 'decision',
    make: words('Số: 07/QĐ-UBND', 'Số: 07/QĐ - UBND'),
    found: 'number.spaces',
  },
  { name: 'room before the sign', of: 'report', make: words('Số: 45/BC', 'Số: 45 /BC'), found: 'number.spaces' },
  {
    name: 'the symbol in small letters',
    of: 'decision',
    make: words('Số: 07/QĐ-UBND', 'Số: 07/QĐ-ubnd'),
    found: 'number.case',
  },
  { name: 'the number in bold', of: 'report', make: bold('Số: 45'), found: 'number.bold' },
  { name: 'the number in 12', of: 'report', make: size('Số: 45', 12), found: 'number.size' },
  // Box 4.
  { name: 'the day not in italics', of: 'report', make: upright('Bình Nguyên, ngày'), found: 'placeDate.notItalic' },
  {
    name: 'no comma after the place',
    of: 'report',
    make: words('Bình Nguyên, ngày', 'Bình Nguyên ngày'),
    found: 'placeDate.mark',
  },
  {
    name: 'a day without its zero',
    of: 'report',
    make: words('Bình Nguyên, ngày 08', 'Bình Nguyên, ngày 8'),
    found: 'placeDate.padding',
  },
  {
    name: 'a month 03',
    of: 'decision',
    make: words('Bình Nguyên, ngày 08 tháng 3', 'Bình Nguyên, ngày 08 tháng 03'),
    found: 'placeDate.padding',
  },
  {
    name: 'a month 2',
    of: 'decision',
    make: words('Bình Nguyên, ngày 08 tháng 3', 'Bình Nguyên, ngày 08 tháng 2'),
    found: 'placeDate.padding',
  },
  { name: 'the day in 12', of: 'decision', make: size('Bình Nguyên, ngày', 12), found: 'placeDate.size' },
  { name: 'no place and day', of: 'decision', make: without('Bình Nguyên, ngày'), found: 'placeDate.missing' },
  // Boxes 5a and 5b.
  { name: 'the kind not bold', of: 'decision', make: notBold('QUYẾT ĐỊNH</w:t>'), found: 'kind.notBold' },
  {
    name: 'the kind in small letters',
    of: 'decision',
    make: words('QUYẾT ĐỊNH</w:t>', 'Quyết định</w:t>'),
    found: 'kind.case',
  },
  { name: 'the kind on the left', of: 'decision', make: left('QUYẾT ĐỊNH</w:t>'), found: 'kind.align' },
  { name: 'the subject not bold', of: 'decision', make: notBold('Về việc giao chỉ tiêu'), found: 'about.notBold' },
  { name: 'no line under the subject', of: 'report', make: noRule('BÁO CÁO</w:t>'), found: 'about.rule' },
  { name: 'no "V/v"', of: 'letter', make: words('V/v đôn đốc', 'Đôn đốc'), found: 'letterAbout.wording' },
  { name: 'the subject of a letter in 14', of: 'letter', make: size('V/v đôn đốc', 14), found: 'letterAbout.size' },
  {
    name: 'no room above the subject of a letter',
    of: 'letter',
    make: inParagraph('V/v đôn đốc', (one) => one.replace(/<w:spacing [^>]*\/>/, '')),
    found: 'letterAbout.gap',
  },
  // Box 6.
  { name: 'a legal basis upright', of: 'decision', make: upright('Căn cứ Luật'), found: 'bases.notItalic' },
  {
    name: 'a comma behind a legal basis',
    of: 'decision',
    make: words('16 tháng 6 năm 2025;', '16 tháng 6 năm 2025,'),
    found: 'bases.endMark',
  },
  {
    name: 'a law with its number',
    of: 'decision',
    make: words('Luật Tổ chức chính quyền địa phương ngày', 'Luật Tổ chức chính quyền địa phương số 72/2025/QH15 ngày'),
    found: 'bases.wording',
  },
  { name: 'text in 12', of: 'report', make: size(longLine, 12), found: 'body.size' },
  { name: 'text in Arial', of: 'report', make: font(longLine, 'Arial'), found: 'body.font' },
  { name: 'text in blue', of: 'report', make: colour(longLine), found: 'body.colour' },
  { name: 'text in italics', of: 'report', make: italic(longLine), found: 'body.italic' },
  { name: 'text with a ragged edge', of: 'report', make: left(longLine), found: 'body.align' },
  {
    name: 'a first line that is not in',
    of: 'report',
    make: inParagraph(longLine, (one) => one.replace(/<w:ind [^>]*\/>/, '')),
    found: 'body.firstLine',
  },
  {
    name: 'a first line 2 cm in',
    of: 'report',
    make: inParagraph(longLine, (one) => one.replace('w:firstLine="567"', 'w:firstLine="1134"')),
    found: 'body.firstLine',
  },
  {
    name: 'double line spacing',
    of: 'report',
    make: inParagraph(longLine, (one) => one.replace('w:line="288"', 'w:line="480"')),
    found: 'body.lines',
  },
  {
    name: 'no room between paragraphs',
    of: 'report',
    make: inParagraph(longLine, (one) => one.replace('w:after="120"', 'w:after="0"')),
    found: 'body.gap',
  },
  {
    name: 'a heading of a part not in capitals',
    of: 'report',
    make: words('KẾT QUẢ THỰC HIỆN', 'Kết quả thực hiện'),
    found: 'partTitle.case',
  },
  {
    name: 'a part with an Arabic number',
    of: 'report',
    make: words('Phần I<', 'Phần 1<'),
    found: 'partLabel.numbering',
  },
  { name: 'an article that is not bold', of: 'decision', make: notBold('Điều 1. '), found: 'article.notBold' },
  { name: 'an article with a colon', of: 'decision', make: words('Điều 1. ', 'Điều 1: '), found: 'article.mark' },
  { name: 'a point f)', of: 'decision', make: words('>d) <', '>f) <'), found: 'body.order' },
  { name: 'no "./." at the end', of: 'report', make: words('./.', '.'), found: 'body.endMark' },
  // Box 7.
  { name: '"TM" without its dot', of: 'report', make: words('TM. ỦY', 'TM ỦY'), found: 'signAuthority.mark' },
  { name: 'the office not bold', of: 'decision', make: notBold('>CHỦ TỊCH<'), found: 'signPosition.notBold' },
  {
    name: 'a name with a degree',
    of: 'report',
    make: words('Nguyễn Văn An', 'TS. Nguyễn Văn An'),
    found: 'signer.wording',
  },
  { name: 'a name in capitals', of: 'report', make: words('Nguyễn Văn An', 'NGUYỄN VĂN AN'), found: 'signer.case' },
  // Box 9.
  {
    name: 'a letter to nobody',
    of: 'letter',
    make: (parts) => {
      for (const at of ['Kính gửi:', '- Sở Y tế;', '- Sở Giáo dục', '- Ủy ban nhân dân các']) without(at)(parts);
    },
    found: 'to.missing',
  },
  { name: 'no colon after "Kính gửi"', of: 'report', make: words('Kính gửi:', 'Kính gửi'), found: 'to.mark' },
  { name: 'an addressee without its mark', of: 'letter', make: words('- Sở Y tế;', '- Sở Y tế'), found: 'to.endMark' },
  { name: '"Nơi nhận" not bold', of: 'report', make: notBold('Nơi nhận:'), found: 'recipientsWord.notBold' },
  { name: '"Nơi nhận" in 14', of: 'report', make: size('Nơi nhận:', 14), found: 'recipientsWord.size' },
  { name: 'no recipients', of: 'decision', make: without('Nơi nhận:'), found: 'recipientsWord.missing' },
  { name: 'recipients in 12', of: 'report', make: size('- Thường trực Tỉnh ủy', 12), found: 'recipients.size' },
  {
    name: 'a recipient without a dash',
    of: 'report',
    make: words('- Thường trực Tỉnh ủy;', '+ Thường trực Tỉnh ủy;'),
    found: 'recipients.dash',
  },
  {
    name: 'a recipient with a full stop',
    of: 'report',
    make: words('- Thường trực Tỉnh ủy;', '- Thường trực Tỉnh ủy.'),
    found: 'recipients.endMark',
  },
  { name: 'no archive', of: 'report', make: words('- Lưu: VT, TH.', '- Các báo, đài.'), found: 'recipients.order' },
  { name: 'no "Như trên"', of: 'report', make: words('- Như trên;', '- Tỉnh ủy;'), found: 'recipients.wording' },
  // Boxes 10 to 13.
  {
    name: 'an urgency without its frame',
    of: 'letter',
    make: inParagraph('HOẢ TỐC', (one) => one.replace(/<w:pBdr>.*<\/w:pBdr>/, '')),
    found: 'urgency.frame',
  },
  {
    name: 'an urgency in black',
    of: 'letter',
    make: inParagraph('HOẢ TỐC', (one) => one.replaceAll('<w:color w:val="FF0000"/>', '')),
    found: 'urgency.colour',
  },
  {
    name: 'an address in 14',
    of: 'letter',
    make: (parts) => {
      for (const name of Object.keys(parts).filter((one) => parts[one]?.includes('Hùng Vương')))
        change(parts, name, (text) => text.replace('<w:sz w:val="22"/>', '<w:sz w:val="28"/>'));
    },
    found: 'contact.size',
  },
  // Appendices.
  { name: 'the word "Phụ lục" in 13', of: 'report', make: size('Phụ lục I<', 13), found: 'appendixWord.size' },
  {
    name: '"PHỤ LỤC" in capitals',
    of: 'report',
    make: words('>Phụ lục I<', '>PHỤ LỤC I<'),
    found: 'appendixWord.case',
  },
  {
    name: 'an appendix with an Arabic number',
    of: 'report',
    make: words('>Phụ lục II<', '>Phụ lục 2<'),
    found: 'appendixWord.numbering',
  },
  {
    name: 'the title of an appendix in small letters',
    of: 'report',
    make: words('NHỮNG KIẾN NGHỊ', 'Những kiến nghị'),
    found: 'appendixTitle.case',
  },
  {
    name: 'an appendix that does not say what it belongs to',
    of: 'decision',
    make: (parts) =>
      change(parts, main, (text) => {
        const at = text.lastIndexOf('(Kèm theo');
        return `${text.slice(0, at)}<!-- -->${text.slice(text.indexOf('</w:t>', at))}`;
      }),
    found: 'appendixReference.missing',
  },
  {
    name: 'an appendix that the text does not name',
    of: 'report',
    make: words('(chi tiết tại các Phụ lục)', ''),
    found: 'appendixWord.notMentioned',
  },
  {
    name: 'an appendix that goes on counting pages',
    of: 'report',
    make: (parts) =>
      change(parts, main, (text) => {
        const at = text.lastIndexOf('<w:pgNumType w:start="1"/>');
        return text.slice(0, at) + text.slice(at + '<w:pgNumType w:start="1"/>'.length);
      }),
    found: 'appendixWord.start',
  },
  // The Party's.
  {
    name: 'a Party number with a colon',
    of: 'partyResolution',
    make: words('Số 05-NQ/TU', 'Số: 05-NQ/TU'),
    found: 'number.mark',
  },
  {
    name: 'a Party number with a slash',
    of: 'partyResolution',
    make: words('Số 05-NQ/TU', 'Số 05/NQ-TU'),
    found: 'number.separator',
  },
  { name: 'the Party’s title in 14', of: 'partyResolution', make: size('ĐẢNG CỘNG SẢN', 14), found: 'nation.size' },
  {
    name: '"TM." in a Party document',
    of: 'partyResolution',
    make: words('T/M TỈNH ỦY', 'TM. TỈNH ỦY'),
    found: 'signAuthority.mark',
  },
  {
    name: 'the office of a Party document in bold',
    of: 'partyResolution',
    make: bold('BÍ THƯ'),
    found: 'signPosition.bold',
  },
  {
    name: '"./." in a Party document',
    of: 'partyResolution',
    make: words('đời sống Nhân dân.</w:t></w:r></w:p><w:p><w:r>', 'đời sống Nhân dân./.</w:t></w:r></w:p><w:p><w:r>'),
    found: 'body.endMark',
  },
  {
    name: '"Lưu: VT" in a Party document',
    of: 'partyResolution',
    make: words('- Lưu Văn phòng Tỉnh ủy.', '- Lưu: VT.'),
    found: 'recipients.order',
  },
  {
    name: '"Nơi nhận" of a Party document without its underline',
    of: 'partyResolution',
    make: inParagraph('Nơi nhận:', (one) => one.replaceAll('<w:u w:val="single"/>', '')),
    found: 'recipientsWord.underline',
  },
];
