import type { CorrectionStage, CorrectionVerb } from '../../../src/registry/correction.ts';
import type { Missing } from '../../../src/registry/figure.ts';
import type { FigureBasis, FigureSpan } from '../../../src/registry/figure-basis.ts';
import type { ForecastMethod } from '../../../src/registry/trend.ts';

const bases: Record<FigureBasis, string> = {
  planned: 'Kế hoạch',
  estimated: 'Ước',
  preliminary: 'Sơ bộ',
  final: 'Chính thức',
};
const spans: Record<FigureSpan, string> = { period: 'Trong kỳ', toDate: 'Lũy kế' };
const missing: Record<Missing, string> = { notApplicable: 'Không phát sinh', notYet: 'Chưa có số liệu' };
const methods: Record<ForecastMethod, string> = {
  sameShare: 'theo tỷ trọng cùng kỳ năm trước',
  evenPace: 'theo nhịp bình quân từ đầu năm',
  straightLine: 'theo đường thẳng qua các kỳ trước',
};
const corrections: Record<CorrectionStage, string> = {
  asked: 'Chờ quyết định',
  granted: 'Đã đồng ý sửa',
  refused: 'Không đồng ý',
  withdrawn: 'Đã rút',
};
const correctionVerbs: Record<CorrectionVerb, string> = {
  grant: 'Đồng ý sửa',
  refuse: 'Không đồng ý',
  withdraw: 'Rút đề nghị',
};

export const figures = {
  bases,
  spans,
  blankCell: 'để trống',
  missing,
  grid: (period: string) => `Số liệu ${period}`,
  line: 'Chỉ tiêu',
  unit: 'Đơn vị tính',
  previous: 'Kỳ trước',
  sameBefore: 'Cùng kỳ',
  change: 'So cùng kỳ',
  points: (n: string) => `${n} điểm %`,
  plan: 'Kế hoạch năm',
  share: 'Đạt kế hoạch',
  computed: 'được tính ra, không phải số báo cáo',
  derived: 'Được tính theo công thức từ chỉ tiêu khác.',
  forecast: 'Dự báo cả năm',
  methods,
  notANumber: (text: string) =>
    `Không hiểu “${text}”. Hãy ghi số như 1.234,5; hoặc KPS (không phát sinh), CCSL (chưa có số liệu).`,
  unitUnknown: (text: string, unit: string) => `Đơn vị trong “${text}” không quy đổi được ra ${unit}.`,
  keys: 'Phím mũi tên di chuyển, Enter sửa, Ctrl+C, Ctrl+V chép và dán khối ô, Ctrl+D điền xuống, Ctrl+Z hoàn tác, Alt+↑ lấy số kỳ trước.',
  undo: 'Hoàn tác',
  redo: 'Làm lại',
  states: {
    saved: 'Đã lưu',
    typing: 'Đang nhập …',
    saving: 'Đang lưu …',
    waiting: 'Mất kết nối. Số đã nhập được giữ trên máy này và sẽ tự gửi khi có mạng.',
    signIn: 'Phiên đã hết. Hãy đăng nhập lại, số đã nhập vẫn được giữ trên máy này.',
    conflict: 'Người khác vừa sửa cùng ô.',
    refused: 'Chưa lưu được.',
  },
  unusual: (n: string) => `${n} số khác thường chưa nêu lý do`,
  blanks: (n: string) => `${n} ô còn trống`,
  nothing: 'Không có số liệu nào để nhập',
  nothingHint: 'Báo cáo này không hỏi số liệu, hoặc đơn vị chưa gửi nên chưa xem được.',
  strip: 'Về ô đang chọn',
  reason: 'Lý do giữ số này',
  keepNumber: 'Giữ số này',
  history: 'Các kỳ trước',
  target: (number: string) => `theo ${number}`,
  openTarget: 'Mở câu giao chỉ tiêu',
  remarks: 'Trao đổi về ô này',
  remark: 'Ý kiến',
  addRemark: 'Ghi ý kiến',
  settle: 'Đã xử lý',
  settled: 'đã xử lý',
  returned: 'Lý do trả lại',
  conflict: {
    title: 'Người khác đã sửa cùng ô',
    told: 'Hãy chọn số nào được giữ.',
    theirs: 'Số của người khác',
    mine: 'Số của tôi',
    keepMine: 'Giữ số của tôi',
    keepTheirs: 'Lấy số của người khác',
    cell: 'Ô',
  },
  correction: {
    title: 'Số liệu đã khóa',
    ask: 'Đề nghị sửa',
    value: 'Số đúng',
    reason: 'Lý do sửa',
    send: 'Gửi đề nghị',
    stages: corrections,
    verbs: correctionVerbs,
    because: 'Ý kiến',
    from: (old: string, now: string) => `${old} sửa thành ${now}`,
    versions: 'Các giá trị đã có',
    until: (moment: string) => `đến ${moment}`,
  },
  round: {
    grid: 'Số liệu các đơn vị',
    agency: 'Đơn vị',
    all: 'Tổng cộng',
    apart: 'không cộng',
    lacking: (n: string) => `thiếu ${n} đơn vị`,
  },
  reported: {
    title: 'Số liệu đã báo cáo',
    period: 'Kỳ',
    value: 'Số liệu',
    basis: 'Loại số liệu',
    whose: 'Của',
    agencies: (n: string) => `${n} đơn vị`,
    apart: 'mỗi đơn vị một số, không cộng',
    lacking: (n: string) => `còn thiếu ${n} đơn vị`,
    show: 'Xem từng đơn vị',
    hide: 'Thu lại',
    openReport: 'Mở báo cáo',
    imported: 'nạp từ tệp',
    more: 'Xem thêm kỳ trước',
  },
};
