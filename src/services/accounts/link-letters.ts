import type { AccountLinkKind } from '../../registry/account.ts';
import { formatMoment } from '../../values/format.ts';

type Letter = { subject: string; text: string };
type Filled = { name: string; address: string; endsAt: Date };

export function letterFor(kind: AccountLinkKind, { name, address, endsAt }: Filled): Letter {
  const until = formatMoment(endsAt.toISOString(), 'vi');
  return kind === 'invitation'
    ? {
        subject: 'Lời mời sử dụng Tiến Độ',
        text: `Kính gửi ${name},\n\nÔng/bà được mời sử dụng hệ thống theo dõi chỉ tiêu, nhiệm vụ Tiến Độ. Mở liên kết sau để đặt mật khẩu và bắt đầu:\n\n${address}\n\nLiên kết dùng được một lần, đến ${until}. Không chuyển liên kết này cho người khác.`,
      }
    : {
        subject: 'Đặt lại mật khẩu Tiến Độ',
        text: `Kính gửi ${name},\n\nCó yêu cầu đặt lại mật khẩu cho tài khoản này. Mở liên kết sau để đặt mật khẩu mới:\n\n${address}\n\nLiên kết dùng được một lần, đến ${until}. Nếu không phải ông/bà yêu cầu, hãy bỏ qua thư này: mật khẩu không thay đổi.`,
      };
}
