/**
 * What the heading of a column in a table of tasks or targets says, by what the column holds: alternatives of a regular
 * expression in small letters. Where headings stand in cells a heading may say more; where lines run on it says nothing else.
 */
export const columnWords = {
  ordinal: 'tt|stt|số tt|số thứ tự',
  unit: 'đvt|đơn vị(?: tính)?|đv tính|đơn vị đo',
  note: 'ghi chú',
  funding: 'kinh phí|nguồn vốn|nguồn lực',
  time: 'thời (?:gian|hạn|điểm)|tiến độ|hạn hoàn thành',
  coord: 'phối hợp',
  monitor: 'theo dõi|đôn đốc|giám sát|tổng hợp',
  product: 'sản phẩm|hình thức văn bản|cấp trình',
  task: 'nhiệm vụ|công việc|nội dung|hoạt động|đề án|dự án|chương trình|văn bản',
  target: 'chỉ tiêu|chỉ số|tiêu chí|mục tiêu',
} as const;
