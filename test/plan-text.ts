/** A small plan as a province writes it, for tests in which it matters that a document is read but not what stands in it. */
export const planText = (number = '15'): string => `HỘI ĐỒNG NHÂN DÂN
TỈNH SÔNG THANH
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Số: ${number}/NQ-HĐND
Sông Thanh, ngày 10 tháng 12 năm 2025

NGHỊ QUYẾT
VỀ NHIỆM VỤ PHÁT TRIỂN KINH TẾ - XÃ HỘI NĂM 2026

Điều 1. Mục tiêu và các chỉ tiêu chủ yếu
1. Các chỉ tiêu về kinh tế
(1) Tốc độ tăng trưởng GRDP đạt 8,5%.
(2) Thu ngân sách nhà nước trên địa bàn đạt 6.220 tỷ đồng.
2. Các chỉ tiêu về xã hội
(3) Tỷ lệ hộ nghèo giảm 0,3%.
(4) Có 14 bác sĩ/vạn dân.

Điều 2. Nhiệm vụ và giải pháp chủ yếu
1. Phát triển kinh tế
- Đẩy nhanh tiến độ giải ngân vốn đầu tư công ngay từ đầu năm.
- Tiếp tục cơ cấu lại ngành nông nghiệp theo hướng nâng cao giá trị gia tăng.
`;
