export const charts = {
  png: 'Tải .png',
  svg: 'Tải .svg',
  xlsx: 'Tải .xlsx',
  asTable: 'Xem dạng bảng',
  keys: {
    expected: 'Mức cần có và dải cho phép',
    actual: 'Thực hiện',
    estimated: 'Ước',
    forecast: 'Dự báo',
    target: 'Chỉ tiêu trong văn bản',
  },
  bases: { planned: 'kế hoạch', estimated: 'ước', preliminary: 'sơ bộ', final: 'chính thức' },
  period: 'Kỳ',
  reached: 'Thực hiện',
  basis: 'Loại số',
  expected: 'Cần có',
  methods: {
    sameShare: 'nếu phần còn lại của năm như năm trước',
    evenPace: 'nếu các tháng còn lại như bình quân các tháng qua',
    straightLine: 'nếu tiếp tục theo xu hướng các kỳ đã báo cáo',
  },
  sparkline: (count: string, first: string, last: string) => `${count} kỳ gần đây: từ ${first} đến ${last}`,
  forecast: (value: string, day: string, method: string) =>
    `Dự báo đến ${day}: ${value}, ${method}. Đây không phải số liệu báo cáo.`,
};
