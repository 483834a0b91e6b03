import { frame, type PdfSheet } from '../files/pdf-writer.ts';

const line = (x: number, y: number, text: string, bold = false) => ({ x, y, text, bold });

/** A short plan: a target of two lines, a table of targets with values in cells, tasks on a landscape page. */
export const plan: PdfSheet[] = [
  {
    texts: [
      line(72, 60, 'ỦY BAN NHÂN DÂN TỈNH BÌNH MINH', true),
      line(72, 80, 'Số: 27/KH-UBND'),
      line(330, 80, 'Bình Minh, ngày 12 tháng 01 năm 2026'),
      line(250, 120, 'KẾ HOẠCH', true),
      line(150, 140, 'Phát triển kinh tế - xã hội năm 2026', true),
      line(100, 180, 'I. CHỈ TIÊU', true),
      line(100, 204, '1. Tỷ lệ dân số tham gia bảo hiểm y tế của toàn tỉnh đến cuối năm 2026'),
      line(72, 220, 'đạt 95,5%.'),
      line(100, 244, '2. Tỷ lệ che phủ rừng đạt 45% năm 2026.'),
      line(80, 296, 'TT', true),
      line(120, 296, 'Chỉ tiêu', true),
      line(330, 296, 'Đơn vị', true),
      line(420, 296, 'Kế hoạch năm 2026', true),
      line(80, 326, '1'),
      line(120, 326, 'Thu nhập bình quân đầu người'),
      line(330, 326, 'Triệu đồng'),
      line(440, 326, '88,5'),
      line(80, 356, '2'),
      line(120, 356, 'Tỷ lệ hộ nghèo'),
      line(330, 356, '%'),
      line(440, 356, '1,2'),
    ],
    lines: frame([72, 110, 320, 410, 530], [280, 310, 340, 370]),
  },
  {
    width: 842,
    height: 595,
    texts: [
      line(100, 60, 'II. NHIỆM VỤ', true),
      line(80, 96, 'TT', true),
      line(120, 96, 'Nhiệm vụ', true),
      line(420, 96, 'Cơ quan chủ trì', true),
      line(600, 96, 'Thời gian', true),
      line(80, 126, '1'),
      line(120, 126, 'Xây dựng đề án chuyển đổi số của tỉnh'),
      line(420, 126, 'Sở Khoa học và Công nghệ'),
      line(600, 126, 'Quý II/2026'),
      line(80, 156, '2'),
      line(120, 156, 'Rà soát quy hoạch sử dụng đất'),
      line(420, 156, 'Sở Nông nghiệp và Môi trường'),
      line(600, 156, 'Tháng 9/2026'),
    ],
    lines: frame([72, 110, 410, 590, 760], [80, 110, 140, 170]),
  },
];
