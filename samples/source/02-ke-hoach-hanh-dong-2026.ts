import type { Sample } from '../builder/form.ts';
import { tasks } from './02-phu-luc-1.ts';
import { targets } from './02-phu-luc-2-3.ts';

export const sample: Sample = {
  file: '02-ke-hoach-hanh-dong-2026',
  layout: 'export',
  form: 'state',
  head: {
    issuer: 'ỦY BAN NHÂN DÂN // TỈNH BÌNH CHÂU',
    number: 'Số: 118/QĐ-UBND',
    placeAndDate: 'Bình Châu, ngày 20 tháng 01 năm 2026',
    inText: true,
  },
  title: {
    kind: 'QUYẾT ĐỊNH',
    subject:
      'Ban hành Kế hoạch hành động thực hiện Nghị quyết của Chính phủ // và Nghị quyết của Hội đồng nhân dân tỉnh về nhiệm vụ // phát triển kinh tế - xã hội năm 2026',
  },
  sign: {
    lines: ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'],
    name: 'Đặng Hoàng Phúc',
    recipients: [
      '- Như Điều 3;',
      '- Văn phòng Chính phủ;',
      '- Bộ Tài chính;',
      '- TT. Tỉnh ủy, TT. HĐND tỉnh;',
      '- CT, các PCT UBND tỉnh;',
      '- UBMTTQVN tỉnh;',
      '- Các phòng thuộc VP. UBND tỉnh;',
      '- Lưu: VT, TH.',
    ],
    recipientsInText: true,
  },
  gold: {
    number: '118/QĐ-UBND',
    kind: 'quyet_dinh',
    issuer: 'Ủy ban nhân dân tỉnh Bình Châu',
    place: 'Bình Châu',
    issuedOn: '2026-01-20',
    title:
      'Ban hành Kế hoạch hành động thực hiện Nghị quyết của Chính phủ và Nghị quyết của Hội đồng nhân dân tỉnh về nhiệm vụ phát triển kinh tế - xã hội năm 2026',
    period: { from: 2026, to: 2026 },
    signer: { name: 'Đặng Hoàng Phúc', title: 'CHỦ TỊCH' },
    references: [
      ['01/NQ-CP', '2026-01-08'],
      ['52/NQ-HĐND', '2025-12-09'],
      ['57-NQ/TW', '2024-12-22'],
      ['68-NQ/TW', '2025-05-04'],
      ['1865/QĐ-UBND', '2025-09-24'],
      ['2216/QĐ-UBND', '2025-11-06'],
      ['71-NQ/TW', '2025-08-22'],
      ['72-NQ/TW', '2025-09-09'],
      ['41-CTr/TU', null],
      ['66-NQ/TW', '2025-04-30'],
      ['1586/QĐ-TTg', '2023-12-14'],
    ],
  },
  tier: 'province',
  year: 2026,
  body: `
!head
!title
c ỦY BAN NHÂN DÂN TỈNH BÌNH CHÂU
b Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;
b Căn cứ Nghị quyết số 01/NQ-CP ngày 08/01/2026 của Chính phủ về nhiệm vụ, giải pháp chủ yếu thực hiện Kế hoạch phát triển kinh tế - xã hội và Dự toán ngân sách nhà nước năm 2026;
b Căn cứ Nghị quyết số 52/NQ-HĐND ngày 09/12/2025 của Hội đồng nhân dân tỉnh về kế hoạch phát triển kinh tế - xã hội tỉnh Bình Châu năm 2026;
e Theo đề nghị của Giám đốc Sở Tài chính tại Tờ trình về việc ban hành Kế hoạch hành động.
c QUYẾT ĐỊNH:
a **Điều 1.** Ban hành kèm theo Quyết định này Kế hoạch hành động của Ủy ban nhân dân tỉnh thực hiện Nghị quyết số 01/NQ-CP ngày 08/01/2026 của Chính phủ và Nghị quyết số 52/NQ-HĐND ngày 09/12/2025 của Hội đồng nhân dân tỉnh.
a **Điều 2.** Quyết định này có hiệu lực thi hành kể từ ngày ký.
a **Điều 3.** Chánh Văn phòng UBND tỉnh, Giám đốc các sở, Thủ trưởng các ban, ngành tỉnh, Chủ tịch UBND các xã, phường chịu trách nhiệm thi hành Quyết định này./.
!sign
!enclosure KẾ HOẠCH HÀNH ĐỘNG | Thực hiện Nghị quyết của Chính phủ và Nghị quyết của Hội đồng nhân dân tỉnh // về nhiệm vụ phát triển kinh tế - xã hội năm 2026 | (Kèm theo Quyết định số 118/QĐ-UBND ngày 20 tháng 01 năm 2026 // của Ủy ban nhân dân tỉnh)
#1 I. MỤC ĐÍCH, YÊU CẦU
- Cụ thể hóa các chỉ tiêu, nhiệm vụ của năm đầu nhiệm kỳ mới; gắn trách nhiệm của từng cơ quan chuyên môn, từng xã, phường với kết quả cuối cùng.
- Điều hành theo tinh thần 06 rõ; số liệu báo cáo phải thống nhất, kiểm chứng được, phấn đấu tăng trưởng đồng đều giữa các quý.
#1 II. NHIỆM VỤ CHUNG
!mode tasks
- Tổ chức thực hiện các nhiệm vụ tại Phụ lục I; bảo đảm hoàn thành các chỉ tiêu chủ yếu tại Phụ lục II và chỉ tiêu của các ngành, lĩnh vực tại Phụ lục III.
- Xây dựng kịch bản tăng trưởng từng quý; phấn đấu GRDP quý I tăng 9,2%, 6 tháng đầu năm tăng 9,6% so với cùng kỳ.
@ GRDP quý I tăng 9,2% | Tốc độ tăng GRDP | = 9.2 % | v=quý I; inc; base=so với cùng kỳ
@ 6 tháng đầu năm tăng 9,6% | Tốc độ tăng GRDP | = 9.6 % | v=6 tháng đầu năm; inc; base=so với cùng kỳ
- Giải ngân vốn đầu tư công đạt 100% kế hoạch được giao; cắt giảm ít nhất 30% thời gian giải quyết thủ tục hành chính so với năm 2025.
@ Giải ngân vốn đầu tư công đạt 100% | Tỷ lệ giải ngân vốn đầu tư công | = 100 %
@ cắt giảm ít nhất 30% thời gian giải quyết thủ tục hành chính | Thời gian giải quyết thủ tục hành chính | >= 30 % | dec; base=so với năm 2025
#1 III. TỔ CHỨC THỰC HIỆN
* 1. Thủ trưởng các sở, ban, ngành tỉnh, Chủ tịch UBND các xã, phường ban hành kế hoạch, phân công nhiệm vụ của cơ quan, địa phương mình trước ngày 15/02/2026.
~lead Thủ trưởng các sở, ban, ngành tỉnh ¦ Chủ tịch UBND các xã, phường
~time trước ngày 15/02/2026 => by 2026-02-14
* 2. Sở Tài chính chủ trì, phối hợp với Thống kê tỉnh, Văn phòng UBND tỉnh theo dõi, đôn đốc; hằng tháng tổng hợp kết quả thực hiện, báo cáo UBND tỉnh.
~lead Sở Tài chính
~coord Thống kê tỉnh ¦ Văn phòng UBND tỉnh
~time hằng tháng => recurring month
* 3. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh và các tổ chức thành viên giám sát, vận động Nhân dân thực hiện Kế hoạch này./.
~lead Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh ¦ các tổ chức thành viên
${tasks}${targets}
`,
};
