/** A small plan with a lead and a day for each of its tasks, which no agency monitors; the days are far ahead, so that nothing is overdue. */
export const walkedPlan = `ỦY BAN NHÂN DÂN
TỈNH VĨNH LONG
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Số: 15/KH-UBND
Vĩnh Long, ngày 12 tháng 01 năm 2026

KẾ HOẠCH
PHÁT TRIỂN KINH TẾ - XÃ HỘI NĂM 2026

I. NHIỆM VỤ
1. Giao Sở Tài chính chủ trì, phối hợp với Sở Xây dựng xây dựng đề án tài chính đô thị, hoàn thành trước ngày 31/12/2099.
2. Giao Sở Tài chính chủ trì rà soát danh mục tài sản công, hoàn thành trước ngày 30/11/2099.
3. Giao Sở Tài chính chủ trì lập báo cáo nợ công, hoàn thành trước ngày 30/10/2099.
`;
