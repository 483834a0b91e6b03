export const signIn = {
  title: 'Đăng nhập',
  email: 'Thư điện tử',
  password: 'Mật khẩu',
  submit: 'Đăng nhập',
  demo: 'Tài khoản dùng thử',
  demoHint: 'Chọn một tài khoản để vào ngay, không cần gõ mật khẩu.',
  demoEnter: (name: string) => `Vào với tài khoản ${name}`,
  wrong: 'Thư điện tử hoặc mật khẩu không đúng. Hãy kiểm tra rồi thử lại.',
  code: 'Mã xác thực',
  codeHint: 'Mã 6 số trong ứng dụng xác thực, hoặc một mã khôi phục.',
  confirm: 'Xác nhận',
  back: 'Đăng nhập bằng tài khoản khác',
  through: (name: string) => `Đăng nhập qua ${name}`,
  forgotten: 'Quên mật khẩu',
  forgottenHint:
    'Nhập thư điện tử của tài khoản. Nếu có tài khoản ấy, một thư kèm liên kết đặt lại mật khẩu sẽ được gửi đến.',
  ask: 'Gửi liên kết',
  asked:
    'Nếu có tài khoản với thư điện tử này, liên kết đã được gửi. Hãy xem hộp thư; liên kết dùng được trong 30 phút.',
  portal: 'Xem cổng công khai, không cần đăng nhập',
  backToForm: 'Về trang đăng nhập',
};
