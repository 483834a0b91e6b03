import { type DutyState, tally } from '../registry/duty-state.ts';
import type { ScorecardPage } from '../registry/scorecard-page.ts';
import { criterionWords } from '../registry/scorecard-words.ts';
import { formatNumber } from '../values/format.ts';
import type { DocumentBlock, DocumentTable, OfficialDocument } from '../values/official-document.ts';
import { periodWords } from '../values/period-words.ts';
import { formatDate, type PlainDate } from '../values/plain-date.ts';
import type { TemplateValues } from '../values/template.ts';
import type { IssuerFacts } from './issuer.ts';
import {
  type Frame,
  frameOf,
  framePattern,
  placeholdersOf,
  repeated,
  type TemplateMaker,
  textFields,
  type Wording,
  wordsOf,
} from './template-pattern.ts';

export type ScorecardFacts = { issuer: IssuerFacts; card: ScorecardPage; today: PlainDate };

const names = [
  ...(['don_vi', 'ky', 'tu_ngay', 'den_ngay', 'tam_tinh', 'diem', 'xep_loai', 'chua_cham'] as const),
  ...(['phan_co_du_lieu', 'thang_diem', 'tinh_hinh_nhiem_vu', 'tinh_hinh_chi_tieu'] as const),
];
const rowNames = ['tt', 'ten_tieu_chi', 'cach_tinh', 'ket_qua', 'diem_dat', 'diem_toi_da'] as const;
type Words = Wording<(typeof names)[number]>;
type Row = Record<(typeof rowNames)[number], string>;

/** Thông báo kết quả chấm điểm: how one agency did in a period, with each criterion and its formula in the appendix. */
export const scorecardNotice = (facts: ScorecardFacts): OfficialDocument =>
  noticeOf(frameOf(facts.issuer, facts.today, 'TB'), wordsOf(wordsOfFacts(facts)), rowsOf(facts).map(cellsOf));

export const scorecardValues = (facts: ScorecardFacts): TemplateValues => ({
  ...wordsOfFacts(facts),
  tieu_chi: rowsOf(facts),
});

export const scorecardTemplate: TemplateMaker = {
  fields: { ...textFields(names), tieu_chi: textFields(rowNames) },
  required: ['don_vi', 'ky', 'tieu_chi'],
  pattern: (issuer, date) =>
    noticeOf(framePattern(issuer, date), placeholdersOf(names), [
      repeated('tieu_chi', cellsOf(placeholdersOf(rowNames).of)),
    ]),
};

function wordsOfFacts({ card }: ScorecardFacts): Words['of'] {
  const { score, className, covered, states, standings } = card.score;
  const { met = 0, onPath = 0, behind = 0, noData = 0 } = standings;
  return {
    don_vi: card.agency.name,
    ky: periodWords(card.period),
    tu_ngay: formatDate(card.from),
    den_ngay: formatDate(card.to),
    tam_tinh: card.asOf <= card.to ? `, tạm tính đến ngày ${formatDate(card.asOf)}` : '',
    diem: score === null ? '' : formatNumber(score),
    xep_loai: className ?? '',
    chua_cham: notClassed(score, className),
    phan_co_du_lieu: formatNumber(covered),
    thang_diem: scaleWords(card),
    tinh_hinh_nhiem_vu: taskWords(states),
    tinh_hinh_chi_tieu: `${met} đạt, ${onPath} đúng tiến độ, ${behind} chậm, ${noData} chưa có số liệu`,
  };
}

function notClassed(score: number | null, className: string | null): string {
  if (score === null) return 'chưa đủ dữ liệu để chấm điểm, xếp loại';
  return className === null ? ', chưa xếp loại vì kỳ chưa kết thúc' : '';
}

const scaleWords = ({ scale }: ScorecardPage): string =>
  scale
    ? `Quyết định số ${scale.decisionNumber} ngày ${formatDate(scale.decisionDate)}, áp dụng từ ngày ${formatDate(scale.validFrom)}`
    : 'thang điểm đề xuất của phần mềm theo dõi, chưa có quyết định của cơ quan có thẩm quyền';

/** The five states of official counts, with the sums that they must make. */
function taskWords(counts: ScorecardPage['score']['states']): string {
  const of = (state: DutyState): number => counts[state] ?? 0;
  const { total, done, open, inTime } = tally({
    ...{ doneOnTime: of('doneOnTime'), doneLate: of('doneLate'), openInTime: of('openInTime') },
    ...{ dueSoon: of('dueSoon'), openOverdue: of('openOverdue'), noDue: of('noDue') },
  });
  const parts = [
    `${done} đã hoàn thành (${of('doneOnTime')} đúng hạn, ${of('doneLate')} quá hạn)`,
    `${open} chưa hoàn thành (${inTime} trong hạn, ${of('openOverdue')} quá hạn, ${of('noDue')} không có thời hạn)`,
  ];
  return `${total} nhiệm vụ, trong đó ${parts.join(', ')}`;
}

const rowsOf = ({ card }: ScorecardFacts): Row[] =>
  card.score.criteria.map(({ criterion, count, of, points, most }, at) => {
    const { name, counted, of: from } = criterionWords.vi[criterion];
    return {
      tt: String(at + 1),
      ten_tieu_chi: name,
      cach_tinh: `Số ${counted}, trên số ${from}`.replace('Số 1 nếu', '1 nếu').replace('trên số 1', 'trên 1'),
      ket_qua: of === 0 ? 'Chưa có dữ liệu' : `${formatNumber(count)}/${formatNumber(of)}`,
      diem_dat: most === 0 ? 'Không chấm' : points === null ? '–' : formatNumber(points),
      diem_toi_da: formatNumber(most),
    };
  });

const cellsOf = (row: Row): string[] => rowNames.map((name) => row[name]);

function noticeOf(frame: Frame, { of: words, when }: Words, rows: readonly string[][]): OfficialDocument {
  const { don_vi: agency, ky: period } = words;
  const judged = when('diem', `${words.diem} điểm trên 100`) + when('xep_loai', `, xếp loại “${words.xep_loai}”`);
  return {
    ...frame,
    kind: 'Thông báo',
    about: `Kết quả chấm điểm thi đua ${period} của ${agency}`,
    body: [
      {
        kind: 'paragraph',
        text: `Qua theo dõi việc thực hiện chỉ tiêu, nhiệm vụ và chế độ báo cáo ${period} (từ ngày ${words.tu_ngay} đến hết ngày ${words.den_ngay}${words.tam_tinh}), ${frame.head.issuer} thông báo kết quả chấm điểm của ${agency} như sau:`,
      },
      ...[
        `Kết quả chung: ${judged}${when('chua_cham', words.chua_cham)}. Điểm tính trên ${words.phan_co_du_lieu}% số điểm của thang, là phần đã có dữ liệu`,
        `Thang điểm: ${words.thang_diem}`,
        `Nhiệm vụ trong kỳ: ${words.tinh_hinh_nhiem_vu}`,
        `Chỉ tiêu: ${words.tinh_hinh_chi_tieu}`,
        'Kết quả và cách tính từng tiêu chí nêu tại Phụ lục kèm theo; từng nhiệm vụ, báo cáo, chỉ tiêu đã tính xem trên hệ thống theo dõi',
      ].map((text, at, all): DocumentBlock => {
        const isLast = at === all.length - 1;
        return { kind: 'passage', level: 'clause', number: at + 1, text: isLast ? text : `${text}.` };
      }),
    ],
    recipients: [agency],
    attachments: [
      {
        as: 'appendix',
        title: `Kết quả từng tiêu chí của ${agency}, ${period}`,
        landscape: true,
        blocks: [{ kind: 'table', table: criteriaTable(rows) }],
      },
    ],
  };
}

const criteriaTable = (rows: readonly string[][]): DocumentTable => ({
  columns: [
    { percent: 5, align: 'centre' },
    { percent: 22 },
    { percent: 43 },
    { percent: 12, align: 'centre' },
    { percent: 9, align: 'centre' },
    { percent: 9, align: 'centre' },
  ],
  header: [['TT', 'Tiêu chí', 'Cách tính', 'Kết quả', 'Điểm', 'Điểm tối đa']],
  rows,
});
