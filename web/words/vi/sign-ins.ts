export const signIns = {
  title: 'Nhật ký đăng nhập',
  lead: (days: string) =>
    `Ai đã đăng nhập, đăng nhập không thành, hoặc yêu cầu điều không được phép, trong số các tài khoản bạn phụ trách. Mỗi dòng được giữ ${days} ngày.`,
  searchLabel: 'Tìm tài khoản hoặc địa chỉ',
  search: 'Thư điện tử, họ tên, địa chỉ …',
  outcome: 'Kết quả',
  from: 'Từ ngày',
  to: 'Đến ngày',
  columns: {
    at: 'Lúc',
    outcome: 'Kết quả',
    account: 'Tài khoản',
    means: 'Cách thức',
    address: 'Từ địa chỉ',
    device: 'Thiết bị',
  },
  table: 'Các lần đăng nhập, mới nhất trước',
  nobody: 'không có tài khoản này',
  unknownDevice: 'không rõ',
  emptyTitle: 'Không có lần nào khớp',
  emptyText: 'Hãy bỏ bớt bộ lọc hoặc nới khoảng ngày.',
  more: 'Xem thêm',
  own: {
    title: 'Các lần đăng nhập gần đây',
    hint: 'Vào tài khoản của bạn, kể cả những lần không thành. Nếu có lần không phải của bạn, hãy đổi mật khẩu và báo người quản trị.',
    none: 'Chưa có lần nào được ghi.',
  },
};
