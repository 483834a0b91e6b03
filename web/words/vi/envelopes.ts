/** What is said of envelopes of the document axis. */
export const envelopes = {
  from: (name: string) => (name === '' ? 'Không ghi nơi gửi' : `Từ ${name}`),
  beside: 'Tệp kèm theo',
  notKept: 'không giữ, vì không mở được để xem có dấu mật hay không',
  answer: 'Trả lời trạng thái xử lý',
  answerHint:
    'Lấy ra một gói tin .edxml để phần mềm của văn thư ký và gửi; từ đây không gửi gì lên trục liên thông văn bản.',
  status: 'Trạng thái',
  words: 'Ghi chú cho nơi gửi',
  reason: 'Lý do',
  take: 'Lấy gói tin trạng thái',
};
