import { key } from './lines.ts';

/** Names of kinds that stand above the subject: NĐ 30/2020/NĐ-CP, Điều 7, and those of the Party beside them. */
const names = [
  ...[
    'Nghị quyết',
    'Quyết định',
    'Chỉ thị',
    'Quy chế',
    'Quy định',
    'Thông cáo',
    'Thông báo',
    'Hướng dẫn',
    'Chương trình',
  ],
  ...[
    'Chương trình hành động',
    'Kế hoạch',
    'Kế hoạch hành động',
    'Phương án',
    'Đề án',
    'Dự án',
    'Báo cáo',
    'Biên bản',
    'Tờ trình',
  ],
  ...[
    'Hợp đồng',
    'Công điện',
    'Bản ghi nhớ',
    'Bản thỏa thuận',
    'Giấy ủy quyền',
    'Giấy mời',
    'Giấy giới thiệu',
    'Giấy nghỉ phép',
  ],
  ...[
    'Phiếu gửi',
    'Phiếu chuyển',
    'Phiếu báo',
    'Thư công',
    'Nghị định',
    'Thông tư',
    'Kết luận',
    'Thông tri',
    'Tuyên bố',
  ],
];

export const documentKinds: ReadonlySet<string> = new Set(names.map(key));
