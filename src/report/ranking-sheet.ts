import { type DutyState, dutyStates } from '../registry/duty-state.ts';
import { criteria } from '../registry/emulation-scale.ts';
import type { RankedAgency } from '../registry/scorecard-page.ts';
import { criterionWords } from '../registry/scorecard-words.ts';
import type { SheetCell } from '../values/sheet.ts';
import type { SheetColumn } from './sheet-column.ts';

export const rankingSheetName = { vi: 'Xếp hạng cơ quan', en: 'Ranking of agencies' };

const number = (value: number | null | undefined, format = '#,##0.##'): SheetCell =>
  value === null || value === undefined ? null : { number: value, format, text: String(value) };
const scoreOf = ({ score }: RankedAgency, criterion: (typeof criteria)[number]) =>
  score.criteria.find((one) => one.criterion === criterion);

const stateHeaders: Record<DutyState, SheetColumn<RankedAgency>['header']> = {
  doneOnTime: { vi: 'Hoàn thành đúng hạn', en: 'Done on time' },
  doneLate: { vi: 'Hoàn thành quá hạn', en: 'Done late' },
  openInTime: { vi: 'Trong hạn', en: 'In time' },
  dueSoon: { vi: 'Sắp đến hạn', en: 'Due soon' },
  openOverdue: { vi: 'Quá hạn', en: 'Overdue' },
  noDue: { vi: 'Không có thời hạn', en: 'No deadline' },
};

/** Every number with what it is a share of, so that whoever gets the file can count again. */
export const rankingColumns: readonly SheetColumn<RankedAgency>[] = [
  { header: { vi: 'Hạng', en: 'Place' }, width: 8, cell: ({ place }) => number(place, '0') },
  { header: { vi: 'Cơ quan', en: 'Agency' }, width: 40, cell: ({ agency }) => agency.name },
  { header: { vi: 'Điểm (trên 100)', en: 'Score (of 100)' }, width: 14, cell: ({ score }) => number(score.score) },
  { header: { vi: 'Mức xếp loại', en: 'Class' }, width: 28, cell: ({ score }) => score.className },
  {
    header: { vi: 'Phần điểm có dữ liệu (%)', en: 'Points with data (%)' },
    width: 16,
    cell: ({ score }) => number(score.covered),
  },
  ...criteria.flatMap((criterion): SheetColumn<RankedAgency>[] => [
    {
      header: { vi: criterionWords.vi[criterion].name, en: criterionWords.en[criterion].name },
      width: 16,
      cell: (row) => number(scoreOf(row, criterion)?.share, '0.0%'),
    },
    {
      header: {
        vi: `${criterionWords.vi[criterion].short}: số đạt`,
        en: `${criterionWords.en[criterion].short}: counted`,
      },
      width: 10,
      cell: (row) => number(scoreOf(row, criterion)?.count, '0'),
    },
    {
      header: {
        vi: `${criterionWords.vi[criterion].short}: trong số`,
        en: `${criterionWords.en[criterion].short}: of`,
      },
      width: 10,
      cell: (row) => number(scoreOf(row, criterion)?.of, '0'),
    },
    {
      header: {
        vi: `${criterionWords.vi[criterion].short}: điểm`,
        en: `${criterionWords.en[criterion].short}: points`,
      },
      width: 10,
      cell: (row) => number(scoreOf(row, criterion)?.points),
    },
  ]),
  ...dutyStates.map(
    (state): SheetColumn<RankedAgency> => ({
      header: stateHeaders[state],
      width: 12,
      cell: ({ score }) => number(score.states[state] ?? 0, '0'),
    }),
  ),
];
