/** What the panel says in which a document is published. */
export const publication = {
  title: 'Công khai',
  states: {
    never: 'Công khai',
    planned: 'Sẽ công khai',
    published: 'Đang công khai',
    withdrawn: 'Đã thôi công khai',
  },
  because: {
    notIssued: 'Văn bản chưa ban hành nên chưa công khai được.',
    secret: 'Văn bản có dấu mật nên không được công khai.',
  },
  from: (day: string) => `Từ ngày ${day}.`,
  shown: (shown: string, all: string) => `${shown} trong ${all} chỉ tiêu, nhiệm vụ.`,
  see: 'Xem trên cổng công khai',
  hint: 'Người dân sẽ thấy câu trong văn bản, đơn vị chịu trách nhiệm, thời hạn, trạng thái và số liệu đã duyệt của những nội dung được chọn. Tên cá nhân, bản nháp, ý kiến nội bộ không bao giờ được đưa ra.',
  day: 'Công khai từ ngày',
  reason: 'Lý do, căn cứ',
  items: 'Nội dung được công khai',
  filter: 'Tìm trong các nội dung',
  personal: (count: string) => `${count} nội dung nêu tên hoặc cách liên hệ một cá nhân, luôn được giữ lại`,
  more: (count: string) => `Còn ${count} nội dung nữa, được công khai cùng.`,
  publish: 'Công khai',
  publishAnew: 'Công khai lại theo lựa chọn này',
  withdraw: 'Thôi công khai',
};
