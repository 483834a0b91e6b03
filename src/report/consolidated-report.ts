import type { OutlineSection } from '../registry/outline.ts';
import { runText } from '../registry/reference-words.ts';
import type { ReportAppendices } from '../registry/report-appendix.ts';
import type { ContentBlock, Run, SectionContent, TextTableCell } from '../registry/section-content.ts';
import { formOn, issuerKindOf } from '../values/form-choice.ts';
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
import type { TemplateValues } from '../values/template.ts';
import { upperFirst } from '../values/vietnamese.ts';
import type { IssuerFacts } from './issuer.ts';
import { targetFields, targetNote, targetTable, targetTablePattern, targetValues } from './report-targets.ts';
import { taskTables } from './report-tasks.ts';
import { appendixLists, type Frame, frameOf, framePattern, type TemplateMaker } from './template-pattern.ts';

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

const lists = { targets: 'phu_luc_chi_tieu', tasks: 'phu_luc_nhiem_vu' } as const;

/** Báo cáo: the sections of the outline, behind them the targets and the tasks. */
export function consolidatedReport(report: ConsolidatedReport): OfficialDocument {
  const { issuer, title, number, date, signer, sections, appendices, addressees, recipients } = report;
  const { head, signing, archive } = frameOf(issuer, date, 'BC');
  const frame = {
    head: { ...head, ...numberOf(number) },
    signing: { ...signing, name: signer },
    archive,
    about: upperFirst(title.replace(/^báo cáo\s+/iu, '')),
  };
  return reportOf(frame, bodyOf(sections), {
    ...{ to: addressees, recipients },
    targets: appendices.targets.length > 0 ? [{ kind: 'table', table: targetTable(appendices.targets) }] : [],
    tasks: appendices.tasks.length > 0 ? taskTables(appendices) : [],
  });
}

export const consolidatedReportValues = ({
  issuer,
  date,
  sections,
  appendices,
  addressees,
  recipients,
}: ConsolidatedReport): TemplateValues => ({
  kinh_gui: { block: 'to', to: addressees },
  noi_nhan: [...(addressees.length > 0 ? ['Như trên'] : []), ...recipients].map((ten) => ({ ten })),
  ...appendixLists({ issuer, date }, [
    [lists.targets, appendices.targets.length > 0],
    [lists.tasks, appendices.tasks.length > 0],
  ]),
  noi_dung: { block: 'body', blocks: bodyOf(sections), closes: true },
  ghi_chu_chi_tieu: targetNote(appendices.targets),
  chi_tieu: targetValues(appendices.targets),
  bang_nhiem_vu: { block: 'body', blocks: appendices.tasks.length > 0 ? taskTables(appendices) : [], closes: false },
});

export const consolidatedReportTemplate: TemplateMaker = {
  fields: {
    kinh_gui: 'block',
    noi_nhan: { ten: 'text' },
    noi_dung: 'block',
    [lists.targets]: { ten_phu_luc: 'text' },
    ghi_chu_chi_tieu: 'text',
    chi_tieu: targetFields,
    [lists.tasks]: { ten_phu_luc: 'text' },
    bang_nhiem_vu: 'block',
  },
  required: ['trich_yeu', 'noi_dung'],
  pattern: (issuer, date) =>
    reportOf(framePattern(issuer, date), [{ kind: 'paragraph', text: '{@noi_dung}' }], {
      ...{ to: ['{@kinh_gui}'], recipients: [`{#noi_nhan}- {ten}${betweenRecipients(issuer, date)}{/noi_nhan}`] },
      targets: [{ kind: 'table', table: targetTablePattern('chi_tieu') }],
      tasks: [{ kind: 'paragraph', text: '{@bang_nhiem_vu}' }],
      optional: true,
    }),
};

const betweenRecipients = ({ name }: IssuerFacts, date: PlainDate): string =>
  formOn(issuerKindOf(name), date).words.recipients.between;

type Parts = Pick<ConsolidatedReport, 'recipients'> & {
  to: readonly string[];
  targets: readonly DocumentBlock[];
  tasks: readonly DocumentBlock[];
  /** Of a template: either appendix may be missing. */
  optional?: boolean;
};

function reportOf(
  frame: Frame & Pick<OfficialDocument, 'about'>,
  body: readonly DocumentBlock[],
  { to, recipients, targets, tasks, optional }: Parts,
): OfficialDocument {
  const appendices = [
    { title: 'Kết quả thực hiện các chỉ tiêu', only: lists.targets, blocks: targets },
    { title: 'Tình hình thực hiện các nhiệm vụ được giao', only: lists.tasks, blocks: tasks },
  ];
  return {
    ...frame,
    kind: 'Báo cáo',
    body,
    ...(to.length > 0 && { to }),
    recipients,
    attachments: appendices
      .filter(({ blocks }) => blocks.length > 0)
      .map(({ title, only, blocks }) => ({
        ...{ as: 'appendix', title, landscape: true, blocks },
        ...(optional && { only }),
      })),
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
