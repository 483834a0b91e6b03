export const administration = {
  title: 'Quản trị',
  groups: { accounts: 'Tài khoản', settings: 'Cài đặt', system: 'Hệ thống' },
  sections: {
    people: 'Người dùng',
    accountReviews: 'Rà soát tài khoản',
    calendar: 'Lịch làm việc',
    audit: 'Nhật ký',
    signIns: 'Đăng nhập',
    jobs: 'Tác vụ',
    operation: 'Vận hành',
    urgingSettings: 'Đôn đốc',
    templates: 'Mẫu văn bản',
    boundaries: 'Ranh giới',
  },
  closedTitle: 'Trang này không dành cho vai trò của bạn',
  closedText: 'Vai trò của bạn không có việc nào ở đây. Cần quyền, hãy hỏi người quản trị của tỉnh.',
};
