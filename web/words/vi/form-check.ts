export const formCheck = {
  title: 'Kiểm tra thể thức',
  lead: 'Chọn một văn bản .docx để xem từng thành phần thể thức có đúng Nghị định 30/2020/NĐ-CP (văn bản của Đảng: đúng hướng dẫn của Văn phòng Trung ương Đảng) hay không. Văn bản chỉ được xem, không được lưu. Không tải lên văn bản mật.',
  choose: 'Chọn văn bản .docx',
  rules: (name: string) => `Theo ${name}`,
  digest: 'Chưa có toàn văn hướng dẫn này, mới theo bản tóm lược.',
  allRight: 'Không thấy chỗ nào chưa đúng.',
  faults: (count: string) => `${count} chỗ chưa đúng`,
  times: (count: string) => `${count} lần`,
  boxes: 'Từng ô của sơ đồ',
  box: (number: string) => `Ô số ${number}`,
};
