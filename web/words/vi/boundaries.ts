import type { Unmatched } from '../../../src/registry/boundary.ts';

const why: Record<Unmatched['why'], string> = {
  noArea: 'không có hình vùng',
  noCode: 'không có mã',
  unknownCode: 'không có đơn vị nào mang mã này ở cấp đã chọn',
  otherDay: 'mã của đơn vị không tồn tại vào ngày đã chọn',
  twice: 'mã đã có ở một hình phía trước',
};

export const boundaries = {
  title: 'Ranh giới',
  lead: 'Nạp tệp ranh giới để xem chỉ tiêu theo địa bàn trên bản đồ. Tệp GeoJSON, tọa độ kinh độ và vĩ độ (WGS 84), mỗi hình mang mã đơn vị hành chính. Đơn vị đã sắp xếp giữ ranh giới cũ của mình, nên mỗi đợt sắp xếp cần một tệp theo ngày của nó.',
  load: 'Nạp ranh giới',
  tier: 'Cấp',
  day: 'Theo đơn vị của ngày',
  source: 'Nguồn',
  sourceHint: 'Cơ quan cung cấp, số văn bản',
  file: 'Tệp GeoJSON',
  fileHint: 'Chọn tệp',
  done: (matched: string, unmatched: string) => `Đã nạp ${matched} đơn vị; ${unmatched} hình không khớp.`,
  loaded: 'Đã nạp',
  none: 'Chưa nạp tệp nào nên trang chi tiết chỉ tiêu chưa có bản đồ.',
  of: (tier: string, day: string) => `${tier}, từ ngày ${day}`,
  matched: (n: string, property: string) => `${n} đơn vị khớp theo thuộc tính “${property}”`,
  by: (name: string, at: string) => `${name} nạp lúc ${at}`,
  unmatched: (n: string) => `${n} hình không khớp`,
  heads: { at: 'Thứ tự', name: 'Tên trong tệp', code: 'Mã trong tệp', why: 'Vì sao' },
  why,
  remove: 'Bỏ',
  removeNamed: (file: string) => `Bỏ ranh giới của tệp ${file}`,
  removeHint: 'Các đơn vị trong tệp này không còn bản đồ. Muốn có lại thì nạp lại tệp.',
  removed: 'Đã bỏ ranh giới của tệp',
};
