import type { OutlineSection } from '../registry/outline.ts';
import { runText } from '../registry/reference-words.ts';
import type { ReportAppendices } from '../registry/report-appendix.ts';
import type { ContentBlock, Run, SectionContent, TextTableCell } from '../registry/section-content.ts';
import type {
  DocumentBlock,
  DocumentTable,
  HeaderCell,
  OfficialDocument,
  PassageLevel,
  RichText,
  TableCell,
  TextRun,
} from '../values/official-document.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { upperFirst } from '../values/vietnamese.ts';
import { endOf, type IssuerFacts, letterheadOf } from './issuer.ts';
import { targetTable } from './report-targets.ts';
import { taskTables } from './report-tasks.ts';

export type ConsolidatedReport = {
  issuer: IssuerFacts;
  /** "Báo cáo tình hình kinh tế - xã hội tháng 9 năm 2026". */
  title: string;
  /** Null: it is filled in when it is issued. */
  number: string | null;
  date: PlainDate;
  /** Who signed it. */
  signer: string | null;
  /** Kính gửi, nơi nhận. */
  addressees: readonly string[];
  recipients: readonly string[];
  sections: readonly (Pick<OutlineSection, 'title' | 'level'> & { content: SectionContent })[];
  appendices: ReportAppendices;
};

/** Báo cáo: the sections of the outline, behind them the targets and the tasks. */
export function consolidatedReport(report: ConsolidatedReport): OfficialDocument {
  const { issuer, title, number, date, signer, sections, appendices, addressees, recipients } = report;
  const { signing, archive } = endOf(issuer);
  const head = letterheadOf(issuer, date, 'BC');
  return {
    head: { ...head, ...numberOf(number) },
    kind: 'Báo cáo',
    about: upperFirst(title.replace(/^báo cáo\s+/iu, '')),
    body: bodyOf(sections),
    signing: { ...signing, name: signer },
    archive,
    ...(addressees.length > 0 && { to: addressees }),
    recipients,
    attachments: [
      ...(appendices.targets.length > 0
        ? [
            {
              ...{ as: 'appendix' as const, title: 'Kết quả thực hiện các chỉ tiêu', landscape: true },
              blocks: [{ kind: 'table' as const, table: targetTable(appendices.targets) }],
            },
          ]
        : []),
      ...(appendices.tasks.length > 0
        ? [
            {
              ...{ as: 'appendix' as const, title: 'Tình hình thực hiện các nhiệm vụ được giao', landscape: true },
              blocks: taskTables(appendices),
            },
          ]
        : []),
    ],
  };
}

/** "123/BC-UBND" is a number and what stands behind it. */
function numberOf(number: string | null): { number?: string; symbol?: string } {
  const [, count, symbol] = /^(?:số:?\s*)?([^/\s]+)\s*\/\s*(.+)$/iu.exec(number ?? '') ?? [];
  return count !== undefined && symbol !== undefined ? { number: count, symbol } : {};
}

const levels: readonly PassageLevel[] = ['part', 'clause', 'point', 'dash'];

/** Sections that nobody wrote anything for, nor below them, are left out; the rest is numbered through. */
function bodyOf(sections: ConsolidatedReport['sections']): DocumentBlock[] {
  const counts = [0, 0, 0, 0];
  return sections.flatMap((section, at) => {
    if (!hasText(sections, at)) return [];
    const level = section.level - 1;
    counts[level] = (counts[level] ?? 0) + 1;
    counts.fill(0, level + 1);
    const heading: DocumentBlock = {
      kind: 'passage',
      level: levels[level] ?? 'dash',
      number: counts[level] ?? 1,
      title: section.title,
    };
    return [heading, ...section.content.flatMap(blocksOf)];
  });
}

/** Itself, or one of those below it. */
function hasText(sections: ConsolidatedReport['sections'], at: number): boolean {
  const own = sections[at];
  if (!own) return false;
  const end = sections.findIndex(({ level }, later) => later > at && level <= own.level);
  return sections.slice(at, end === -1 ? undefined : end).some(({ content }) => content.length > 0);
}

function blocksOf(block: ContentBlock): DocumentBlock[] {
  if (block.kind === 'paragraph')
    return block.runs.length === 0 ? [] : [{ kind: 'paragraph', text: textOf(block.runs) }];
  if (block.kind === 'table') return [{ kind: 'table', table: tableOf(block.rows) }];
  return block.items
    .filter((runs) => runs.length > 0)
    .map((runs, at) => ({
      ...{ kind: 'passage', level: block.ordered ? 'point' : 'dash', number: at + 1 },
      text: textOf(runs),
    }));
}

const textOf = (runs: readonly Run[]): RichText =>
  runs.map(
    (run): TextRun => ({
      text: runText(run),
      ...(run.bold && { bold: true }),
      ...(run.italic && { italic: true }),
    }),
  );

/** Rows of headings at the top are repeated on each page. */
function tableOf(rows: readonly TextTableCell[][]): DocumentTable {
  const width = Math.max(1, ...rows.map((row) => row.reduce((sum, { columns = 1 }) => sum + columns, 0)));
  const firstRow = rows.findIndex((row) => row.some(({ head }) => !head));
  const heads = firstRow === -1 ? 1 : firstRow;
  return {
    columns: Array.from({ length: width }, () => ({ percent: 100 / width })),
    header: rows.slice(0, heads).map((row) => row.map(headerCell)),
    rows: rows.slice(heads).map((row) => row.map(bodyCell)),
  };
}

const spansOf = ({ columns, rows }: TextTableCell) => ({
  ...(columns !== undefined && { columns }),
  ...(rows !== undefined && { rows }),
});

const headerCell = (cell: TextTableCell): HeaderCell => ({ text: cell.runs.map(runText).join(''), ...spansOf(cell) });
const bodyCell = (cell: TextTableCell): TableCell => ({
  text: textOf(cell.runs),
  ...spansOf(cell),
  ...(cell.head && { bold: true }),
});
