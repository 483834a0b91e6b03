/** Rà soát việc được giao trước khi mở đợt báo cáo. */
export const ownerHealth = {
  title: 'Rà soát việc được giao',
  open: 'Rà soát',
  lead: 'Việc đang làm mà chưa ai nhận trách nhiệm, chưa được cập nhật, hoặc thuộc cơ quan chưa dùng hệ thống. Nên xử lý trước khi mở đợt báo cáo.',
  count: (any: string, open: string) => `${any} việc cần xem trong ${open} việc đang làm`,
  faults: 'Cần chấn chỉnh',
  any: 'Tất cả',
  agency: 'Cơ quan và các đơn vị trực thuộc',
  columns: {
    what: 'Nhiệm vụ',
    agency: 'Cơ quan',
    officer: 'Người phụ trách',
    due: 'Thời hạn',
    said: 'Cập nhật gần nhất',
    faults: 'Cần chấn chỉnh',
  },
  given: (day: string) => `giao ${day}`,
  never: 'chưa lần nào',
  none: 'Không có việc nào cần chấn chỉnh',
  noneText: 'Việc đang làm đều có người phụ trách và được cập nhật.',
  noneOfFault: 'Không có việc nào thuộc loại này',
  noneOfFaultText: 'Hãy chọn loại khác.',
  more: 'Xem thêm',
  beforeRound: (officer: string, idle: string) =>
    `Trước khi mở đợt: ${officer} việc chưa có người phụ trách, ${idle} việc không cập nhật quá 30 ngày.`,
  look: 'Xem danh sách',
};
