import { describe, expect, it } from 'vitest';
import { namesPerson } from './person-words.ts';

describe('a text that would tell the public of a person', () => {
  it.each([
    'Giao đồng chí Nguyễn Văn An chỉ đạo thực hiện',
    'Phân công bà Trần Thị Bích Ngọc, chuyên viên, làm đầu mối',
    'đ/c Lê Hoàng, Phó Chánh Văn phòng',
    'Liên hệ 0912 345 678 để được hướng dẫn',
    'Gửi về hộp thư phong.th@tinh.gov.vn',
    'Người nhận hỗ trợ có CCCD số 079123456789',
  ])('is known: %s', (text) => {
    expect(namesPerson(text)).toBe(true);
    expect(namesPerson(text.normalize('NFD'))).toBe(true);
  });

  it.each([
    'Sở Tài chính chủ trì, phối hợp với Ủy ban nhân dân các xã, phường',
    'Tốc độ tăng trưởng GRDP đạt từ 8% trở lên; thu ngân sách 10.250.000.000 đồng',
    'Phát triển Bà Rịa - Vũng Tàu; nâng cấp cầu Ông Lãnh',
    'Báo cáo đồng chí Chủ tịch Ủy ban nhân dân tỉnh trước ngày 30/6/2026',
    'Chăm sóc bà mẹ Việt Nam anh hùng và trẻ em',
    'Nâng cấp đường Nguyễn Văn Linh dài 12,5 km',
    'Quyết định số 0912/QĐ-UBND ngày 05/01/2026',
  ])('is not suspected without cause: %s', (text) => {
    expect(namesPerson(text)).toBe(false);
  });
});
