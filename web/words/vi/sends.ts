/** Files on their way to the server. */
export const sends = {
  label: 'Tệp đang gửi',
  sending: (percent: string) => `Đang gửi ${percent}`,
  storing: 'Đã gửi xong, đang lưu',
  waiting: 'Đường truyền gián đoạn, sẽ tự gửi tiếp phần còn lại',
  cancel: 'Hủy',
  cancelNamed: (name: string) => `Hủy gửi ${name}`,
  refused: 'Không gửi được',
  dismissNamed: (name: string) => `Bỏ dòng ${name}`,
};
