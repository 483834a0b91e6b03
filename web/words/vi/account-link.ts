export const accountLink = {
  title: 'Đặt mật khẩu',
  invited: 'Bạn được mời sử dụng Tiến Độ. Hãy kiểm tra họ tên và đặt mật khẩu của riêng bạn.',
  forgotten: 'Hãy đặt mật khẩu mới. Mọi phiên đăng nhập đang mở của tài khoản này sẽ kết thúc.',
  save: 'Đặt mật khẩu',
  done: 'Đã đặt mật khẩu. Bạn có thể đăng nhập.',
};
