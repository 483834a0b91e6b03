/** The list of duties. */
export const duties = {
  title: 'Theo dõi thực hiện',
  count: (n: string) => `${n} việc`,
  searchLabel: 'Tìm việc',
  search: 'Nội dung, số văn bản …',
  agency: 'Cơ quan',
  role: 'Vai trò',
  below: 'kể cả cơ quan cấp dưới',
  document: 'Văn bản',
  table: 'Các việc được giao',
  columns: {
    content: 'Nội dung',
    agency: 'Chủ trì',
    due: 'Thời hạn',
    state: 'Trạng thái',
    stage: 'Bước',
    share: '%',
    officer: 'Cán bộ',
    document: 'Văn bản',
  },
  emptyTitle: 'Chưa có việc nào được giao',
  emptyText:
    'Khi một văn bản được ban hành, mỗi nhiệm vụ và chỉ tiêu thành một việc của cơ quan chủ trì và hiện ở đây.',
  nothingFits: 'Không có việc nào khớp. Hãy bỏ bớt bộ lọc.',
};
