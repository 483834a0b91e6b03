import type { FigureSheet, GridCell, GridLine } from '../registry/cell.ts';
import type { FigureBasis, FigureSpan } from '../registry/figure-basis.ts';
import type { SubmissionPage } from '../registry/submission.ts';
import { bookMark, keyRow, keySheet } from '../registry/submission-workbook.ts';
import type { FormBook, FormCell } from '../values/form-book.ts';
import { periodWords } from '../values/period-words.ts';
import { formatDate } from '../values/plain-date.ts';
import { upperFirst } from '../values/vietnamese.ts';

/** Biểu số liệu: the form of a submission as a workbook that is filled in without a connection. */

const bases: Record<FigureBasis, string> = {
  planned: 'kế hoạch',
  estimated: 'ước thực hiện',
  preliminary: 'sơ bộ',
  final: 'chính thức',
};
const spans: Record<FigureSpan, string> = { period: 'trong kỳ', toDate: 'lũy kế' };
const missingWords = { notApplicable: 'không phát sinh', notYet: 'chưa có số liệu' };

const formName = 'Số liệu';
const text = (words: string, more: { bold?: true; wrap?: true } = {}): FormCell => ({ text: words, ...more });
const heads = [
  ...['STT', 'Chỉ tiêu', 'Đơn vị tính', 'Loại số liệu', 'Cách tính', 'Kế hoạch năm', 'Cùng kỳ năm trước', 'Kỳ trước'],
  ...['Số liệu', 'Giải trình'],
];

const labelOf = ({ name, line }: GridLine): string => (line === '' ? name : `${name} (${line})`);
const formatOf = ({ decimals }: GridLine): string =>
  decimals === null ? '#,##0.######' : decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`;
const number = (value: number | null | undefined, format: string): FormCell =>
  value === null || value === undefined ? null : { number: value, format };

function rowOf(line: GridLine, cell: GridCell, at: number): FormCell[] {
  const format = formatOf(line);
  const beside = [line.plan?.value, cell.beside.sameBefore?.value, cell.beside.previous?.value];
  const held = cell.missing === null ? cell.value : missingWords[cell.missing];
  return [
    { number: at, format: '0' },
    text(labelOf(line), { wrap: true }),
    text(line.unit ?? ''),
    text(bases[cell.basis]),
    text(spans[cell.span]),
    ...beside.map((value) => number(value, format)),
    { open: 'number', held, format, choices: Object.values(missingWords) },
    { open: 'text', held: cell.reason === '' ? null : cell.reason, format: '@', choices: [] },
  ];
}

/** What is computed from others is not asked for. */
export function submissionForm({ submission, round }: SubmissionPage, { lines }: FigureSheet): FormBook {
  const asked = lines
    .filter(({ formula }) => formula === null)
    .flatMap((line) => line.cells.map((cell) => ({ line, cell })));
  const top: FormCell[][] = [
    [text(round.title, { bold: true })],
    [text(`${submission.agency.name} – ${periodWords(round.period)}`)],
    [],
    heads.map((head) => text(head, { bold: true, wrap: true })),
  ];
  const keys = asked.map(({ line, cell }, at) =>
    keyRow({
      ...{ row: top.length + at + 1, label: labelOf(line), indicatorId: cell.indicatorId, line: cell.line },
      ...{ span: cell.span, basis: cell.basis, version: cell.version },
    }),
  );
  const head = [bookMark, submission.id, round.title, submission.agency.name, formName];
  return {
    sheets: [
      {
        name: formName,
        columns: [6, 46, 16, 16, 12, 14, 14, 14, 20, 40],
        rows: [...top, ...asked.map(({ line, cell }, at) => rowOf(line, cell, at + 1))],
        frozen: top.length,
        isHidden: false,
      },
      {
        name: 'Hướng dẫn',
        columns: [100],
        rows: guide({ submission, round }).map((one) => [one]),
        frozen: 0,
        isHidden: false,
      },
      {
        name: keySheet,
        columns: [],
        rows: [head, ...keys].map((row) => row.map((one) => text(one))),
        frozen: 0,
        isHidden: true,
      },
    ],
  };
}

function guide({ submission, round }: Pick<SubmissionPage, 'submission' | 'round'>): FormCell[] {
  const days = `Số liệu tính từ ngày ${formatDate(round.from)} đến hết ngày ${formatDate(round.to)} (${periodWords(round.period)}).`;
  const due = submission.due === null ? [] : [`Hạn gửi: ngày ${formatDate(submission.due)}.`];
  return [
    text('Hướng dẫn điền biểu', { bold: true }),
    ...[
      days,
      ...due,
      'Chỉ điền hai cột có nền màu: “Số liệu” và “Giải trình”. Các ô khác đã khóa để biểu gửi lại đọc được đúng.',
      'Ghi số như 1.234,5 theo đơn vị tính của dòng. Số không (0) khác với ô để trống.',
      'Không phát sinh thì chọn “không phát sinh”; có phát sinh nhưng chưa tổng hợp được thì chọn “chưa có số liệu”.',
      'Không nhập công thức: ô có công thức sẽ bị trả lại. Hãy dán giá trị.',
      'Số liệu khác thường so với các kỳ trước cần ghi lý do ở cột “Giải trình”.',
      'Không thêm, xóa hay chuyển dòng. Biểu này chỉ dùng cho đúng đợt báo cáo và đơn vị ghi ở đầu biểu.',
      'Điền xong, tải biểu lên tại trang báo cáo của đơn vị; phần mềm cho xem những chỗ khác trước khi ghi nhận.',
      ...(round.guide === '' ? [] : [upperFirst(round.guide)]),
    ].map((words) => text(words, { wrap: true })),
  ];
}
