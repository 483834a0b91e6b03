/** What the shared parts of all pages say. */
export const parts = {
  leaving: {
    title: 'Bỏ những gì đã gõ?',
    hint: 'Những gì bạn vừa gõ chưa được lưu; đóng bây giờ thì mất.',
    stay: 'Gõ tiếp',
    discard: 'Bỏ và đóng',
  },
  shownOnce: { copy: 'Chép', copied: 'Đã chép', kept: 'Tôi đã cất' },
  printedSome: (shown: string, all: string) =>
    `Bản in có ${shown} trong ${all} dòng. Muốn có tất cả, hãy dùng nút Xuất hoặc lọc bớt.`,
  agencySelect: { hint: 'Gõ tên cơ quan …', none: 'Không thấy cơ quan nào' },
};
