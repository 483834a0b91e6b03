import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dutyStates } from '../registry/duty-state.ts';
import type { AppendixTarget, AppendixTask } from '../registry/report-appendix.ts';
import type { SectionContent } from '../registry/section-content.ts';
import type { DocumentBlock } from '../values/official-document.ts';
import { type ConsolidatedReport, consolidatedReport } from './consolidated-report.ts';
import { targetTable } from './report-targets.ts';
import { taskTables } from './report-tasks.ts';

const says = (text: string): SectionContent => [{ kind: 'paragraph', runs: [{ text }] }];
const target: AppendixTarget = {
  indicator: { name: 'Thu nội địa', unit: 'tỷ đồng', measure: 'level', decimals: 0 },
  line: '',
  agency: 'Sở Tài chính',
  plan: 6221,
  value: 520,
  toDate: 5120,
  before: 540,
  beforeToDate: 4825.6,
  computed: false,
  formula: null,
};
const task: AppendixTask = {
  what: 'Hoàn thành đề án',
  documents: ['95/QĐ-UBND'],
  agency: 'Sở Tài chính',
  due: '2026-09-01',
  doneOn: null,
  state: 'openOverdue',
  share: 40,
  said: null,
};
const report = (changes: Partial<ConsolidatedReport> = {}): ConsolidatedReport => ({
  issuer: { name: 'Ủy ban nhân dân tỉnh Bình Châu', parent: null, place: 'Bình Châu' },
  title: 'Báo cáo tình hình kinh tế - xã hội 9 tháng năm 2026',
  number: null,
  date: '2026-09-16',
  signer: null,
  addressees: [],
  recipients: [],
  sections: [],
  appendices: { day: '2026-09-16', targets: [], tasks: [] },
  ...changes,
});
const headings = (blocks: readonly DocumentBlock[]): string[] =>
  blocks.flatMap((block) =>
    block.kind === 'passage' && block.title ? [`${block.level} ${block.number} ${block.title}`] : [],
  );

describe('a consolidated report', () => {
  it('numbers the sections that somebody wrote for, and leaves out those that nobody did', () => {
    const section = (level: number, title: string, content: SectionContent = []) => ({ level, title, content });
    const { body } = consolidatedReport(
      report({
        sections: [
          section(1, 'Kết quả'),
          section(2, 'Kinh tế'),
          section(2, 'Xã hội'),
          section(3, 'Giáo dục', says('Tốt.')),
          section(1, 'Đánh giá'),
          section(1, 'Kiến nghị', says('Không.')),
        ],
      }),
    );
    expect(headings(body)).toEqual(['part 1 Kết quả', 'clause 1 Xã hội', 'point 1 Giáo dục', 'part 2 Kiến nghị']);
  });

  it('bears the number that it was given, and a place for one before that', () => {
    expect(consolidatedReport(report()).head).toMatchObject({ number: null, symbol: 'BC-…' });
    const issued = consolidatedReport(report({ number: 'Số: 123/BC-UBND', signer: 'Nguyễn Văn A' }));
    expect(issued.head).toMatchObject({ number: '123', symbol: 'BC-UBND' });
    expect(issued.signing.name).toBe('Nguyễn Văn A');
    expect(issued.about).toBe('Tình hình kinh tế - xã hội 9 tháng năm 2026');
  });

  it('says whom it addresses and who gets it', () => {
    const addressed = consolidatedReport(
      report({ addressees: ['Văn phòng Chính phủ'], recipients: ['Các sở, ban, ngành'] }),
    );
    expect(addressed).toMatchObject({ to: ['Văn phòng Chính phủ'], recipients: ['Các sở, ban, ngành'] });
    expect(consolidatedReport(report()).to).toBeUndefined();
  });

  it('has appendices across the page for targets and tasks, where there are any', () => {
    expect(consolidatedReport(report()).attachments).toEqual([]);
    const { attachments = [] } = consolidatedReport(
      report({ appendices: { day: '2026-09-16', targets: [target], tasks: [task] } }),
    );
    expect(attachments.map((one) => one.as === 'appendix' && [one.title, one.landscape])).toEqual([
      ['Kết quả thực hiện các chỉ tiêu', true],
      ['Tình hình thực hiện các nhiệm vụ được giao', true],
    ]);
  });

  it('keeps tables with their headings, lists and letters, bold and italic', () => {
    const content: SectionContent = [
      { kind: 'list', ordered: false, items: [[{ text: 'Một', bold: true }], []] },
      {
        kind: 'table',
        rows: [
          [{ runs: [{ text: 'Xã' }], head: true, columns: 2 }],
          [{ runs: [{ text: 'A' }] }, { runs: [{ text: '1' }] }],
        ],
      },
    ];
    const { body } = consolidatedReport(report({ sections: [{ level: 1, title: 'Kết quả', content }] }));
    expect(body.slice(1)).toEqual([
      { kind: 'passage', level: 'dash', number: 1, text: [{ text: 'Một', bold: true }] },
      {
        kind: 'table',
        table: {
          columns: [{ percent: 50 }, { percent: 50 }],
          header: [[{ text: 'Xã', columns: 2 }]],
          rows: [[{ text: [{ text: 'A' }] }, { text: [{ text: '1' }] }]],
        },
      },
    ]);
  });
});

describe('the appendix of targets', () => {
  it('sets each figure beside the plan and the same period of the year before', () => {
    expect(targetTable([target]).rows[0]).toEqual([
      ...['1', 'Thu nội địa', 'tỷ đồng', '6.221', '520', '5.120', '82,3%', 'tăng 6,1%', 'Sở Tài chính'],
    ]);
  });

  it('tells by how many points percentages differ, and leaves out what is not known', () => {
    const poverty = {
      ...target,
      ...{
        indicator: { name: 'Tỷ lệ hộ nghèo', unit: '%', measure: 'share' as const, decimals: 2 },
        line: 'nông thôn',
      },
      ...{ plan: 1, value: 1.2, toDate: null, before: null, beforeToDate: null },
    };
    expect(targetTable([poverty]).rows[0]?.slice(1, 8)).toEqual([
      ...['Tỷ lệ hộ nghèo (nông thôn)', '%', '1', '1,2', '', 'cao hơn 0,2 điểm phần trăm', ''],
    ]);
  });
});

describe('the appendix of tasks', () => {
  const numbersOf = (tasks: AppendixTask[]): number[][] => {
    const [first] = taskTables({ tasks });
    if (first?.kind !== 'table') throw new Error('no table of counts');
    return first.table.rows.map((row) =>
      row.slice(2).map((cell) => Number(typeof cell === 'string' ? cell : cell.text)),
    );
  };

  it('holds to the sums that every report must satisfy, in each agency and in all', () => {
    const tasks = fc.array(
      fc.record({ state: fc.constantFrom(...dutyStates), agency: fc.constantFrom('Sở A', 'Sở B', 'Xã C') }),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(tasks, (some) => {
        const rows = numbersOf(some.map((one) => ({ ...task, ...one })));
        for (const [total = 0, done = 0, onTime = 0, late = 0, open = 0, inTime = 0, overdue = 0, noDue = 0] of rows) {
          expect(total).toBe(done + open);
          expect(done).toBe(onTime + late);
          expect(open).toBe(inTime + overdue + noDue);
        }
        const [all = [], ...agencies] = rows;
        all.forEach((number, at) => {
          expect(agencies.reduce((sum, row) => sum + (row[at] ?? 0), 0)).toBe(number);
        });
        expect(all[0]).toBe(some.length);
      }),
    );
  });

  it('marks what follows by formula, and names the formula below the title', () => {
    const derived = { ...target, agency: 'Tính theo công thức', formula: '“Thu” / “Dân số”' };
    const { note, rows } = targetTable([target, derived]);
    expect(note).toBe('** Tính theo công thức: Thu nội địa = “Thu” / “Dân số”');
    expect(rows[1]).toContain('5.120 **');
    expect(rows[0]).toContain('5.120');
  });
});
