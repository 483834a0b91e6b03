import { openDocx } from '../../src/files/docx/docx.ts';
import { openText } from '../../src/files/text/text.ts';
import { readDocument } from '../../src/reading/document.ts';
import { articleSlips } from '../../src/reading/doubt/article-slips.ts';
import { hasBodyForm } from '../../src/reading/doubt/body-form.ts';
import { figureSlips, impossibleDates, lostBlanks } from '../../src/reading/doubt/figure-slips.ts';
import { wordSlips } from '../../src/reading/doubt/word-slips.ts';
import { type Calendar, dueOf } from '../../src/reading/tasks/due.ts';
import { markerOf } from '../../src/reading/text/marker.ts';
import type { TextSource } from '../../src/values/block.ts';
import type { Reading } from '../../src/values/finding.ts';
import { parseNumber } from '../../src/values/number.ts';
import type { Span } from '../../src/values/span.ts';
import { squeeze } from '../../src/values/vietnamese.ts';
import { type BuildBlock, buildDocx } from '../docx-builder.ts';
import {
  citationLine,
  documentLine,
  doersLine,
  dueLine,
  figureLine,
  headerLines,
  referenceLine,
  targetLine,
  taskLine,
} from './finding-lines.ts';

/** What a case of each kind reads, and how it writes down what was found. */

type Read = { source: TextSource; reading: Reading };

const read = (text: string): Read => {
  const source = openText(new TextEncoder().encode(text), 'txt');
  return { source, reading: readDocument(source) };
};

const plan = (body: string, issuer = 'TỈNH LAM HÀ', period = 'năm 2026'): string => `ỦY BAN NHÂN DÂN
${issuer}
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 07/KH-UBND
Lam Hà, ngày 09 tháng 01 năm 2026

KẾ HOẠCH
Phát triển kinh tế - xã hội ${period}

${body}
`;

const targetLines = ({ reading }: Read): string[] =>
  reading.targets.map((target) => targetLine(target, reading.document.period?.to ?? null));
const taskLines = ({ source, reading }: Read): string[] => reading.tasks.map((task) => taskLine(task, source.text));

/** A plan in a real Word file. Its first line may say "@xã" or "@giai đoạn"; in a table "^" goes on from above, "<" from the left. */
async function wordLines(input: string): Promise<string[]> {
  const [first = '', ...rest] = input.split('\n');
  const issuer = first === '@xã' ? 'XÃ TÂN PHÚ' : undefined;
  const period = first === '@giai đoạn' ? 'giai đoạn 2026 - 2030' : undefined;
  const body = first.startsWith('@') ? rest.join('\n') : input;
  const source = openDocx(await buildDocx({ blocks: wordBlocks(plan(body, issuer, period).split('\n')) }));
  return findingLines({ source, reading: readDocument(source) });
}

function wordBlocks(lines: string[]): BuildBlock[] {
  const rows = lines.filter((line) => line.startsWith('|')).map((line) => line.slice(1, -1).split('|').map(squeeze));
  const table = rows.map((row, r) =>
    row.flatMap((words, c) =>
      words === '^' || words === '<'
        ? []
        : [
            {
              paragraphs: words.split('<br>'),
              columns: 1 + runOf(row.slice(c + 1), '<'),
              rows:
                1 +
                runOf(
                  rows.slice(r + 1).map((below) => below[c] ?? ''),
                  '^',
                ),
            },
          ],
    ),
  );
  const at = lines.findIndex((line) => line.startsWith('|'));
  const around = lines.map((line, i): BuildBlock[] =>
    i === at ? [{ table }] : line === '' || line.startsWith('|') ? [] : [line],
  );
  return around.flat();
}

const runOf = (words: string[], mark: string): number => {
  const end = words.findIndex((word) => word !== mark);
  return end === -1 ? words.length : end;
};

/** What a text says of the past, and beside which of its targets, counted from 1. */
const figureLines = ({ reading }: Read): string[] => reading.figures.map(figureLine);

const findingLines = (found: Read): string[] => [...targetLines(found), ...taskLines(found)];

/** The cells of due.txt stand in a plan of many years that was issued on this day. */
const calendar: Calendar = { issuedOn: '2026-01-09', planYear: null };

const listed = (input: string): Read => read(plan(`I. CÁC CHỈ TIÊU CHỦ YẾU\n(1) ${input}`));
const inTask = (input: string): Read => read(plan(`II. NHIỆM VỤ VÀ GIẢI PHÁP\n1. Các nhiệm vụ trọng tâm\n- ${input}`));

const agencyTable = (cell: string): Read =>
  read(
    plan(
      `PHỤ LỤC I\nPHÂN CÔNG NHIỆM VỤ\n\n| TT | Nhiệm vụ | Cơ quan chủ trì | Thời gian |\n|---|---|---|---|\n| 1 | Rà soát quy hoạch sử dụng đất | ${cell.replaceAll('\n', '<br>')} | Năm 2026 |`,
    ),
  );

/** The fields of a header that the case names; those it does not name may be anything. */
function namedHeaderLines(input: string, expected: string[]): string[] {
  const { source, reading } = read(input);
  const named = new Set(expected.map((line) => line.split(':')[0]));
  return headerLines(reading.document, source.text).filter((line) => named.has(line.split(':')[0]));
}

const shown = (value: number | undefined): string =>
  value === undefined ? 'không phải số' : String(value).replace('.', ',');

const markerLine = (line: string): string => {
  const marker = markerOf(line);
  return marker
    ? `${marker.kind}${marker.label === '' ? '' : ` ${marker.label}`} | ${line.slice(marker.length)}`.trim()
    : `không | ${line}`;
};

/** A document of its own: where its targets and tasks stand. */
function placedLines(input: string): string[] {
  const { source, reading } = read(input);
  const path = (section: string[]): string => (section.length === 0 ? '-' : section.join(' > '));
  return [
    ...reading.targets.map(
      (target) =>
        `chỉ tiêu${target.listed ? '' : ' trong nhiệm vụ'} | ${path(target.section)} | ${target.ordinal ?? '-'} | ${squeeze(source.text.slice(target.span.start, target.span.end))}`,
    ),
    ...reading.tasks.map(
      (task) =>
        `nhiệm vụ | ${path(task.section)} | ${task.ordinal ?? '-'} | ${task.group ?? '-'} | ${squeeze(source.text.slice(task.span.start, task.span.end))}`,
    ),
  ];
}

/** Each document of a file, and below it what belongs to it; every target with its year. */
function severalLines(input: string): string[] {
  const { source, reading } = read(input);
  const [second] = reading.document.further;
  const end = second?.span.start ?? source.text.length;
  return [{ ...reading.document, span: { start: 0, end } }, ...reading.document.further].flatMap((document) => {
    const within = ({ span }: { span: Span }): boolean =>
      document.span.start <= span.start && span.start < document.span.end;
    return [
      documentLine(document),
      ...reading.targets.filter(within).map((target) => targetLine(target, null)),
      ...reading.tasks.filter(within).map((task) => taskLine(task, source.text)),
    ];
  });
}

const slipLine = ({ written, suggestion }: { written: string; suggestion: string | null }): string =>
  `${squeeze(written)}${suggestion === null ? '' : ` → ${suggestion}`}`;

/** The notes on what was found; those on the header are the same for every case. */
const noteLines = ({ reading }: Read): string[] =>
  reading.notes
    .filter(({ code }) => code !== 'readingUncertain')
    .map(({ code, findingId, detail, suggestion }) =>
      [code, findingId ?? '-', detail === null ? '' : slipLine({ written: detail, suggestion })]
        .filter((part) => part !== '')
        .join(' | '),
    );

const kinds: Record<string, (input: string, expected: string[]) => string[] | Promise<string[]>> = {
  sentences: (input) => targetLines(listed(input)),
  inline: (input) => targetLines(inTask(input)),
  quotes: (input) => {
    const { source, reading } = listed(input);
    return reading.targets.map((target) => squeeze(source.text.slice(target.span.start, target.span.end)));
  },
  due: (input) => [dueLine(dueOf(input, calendar))],
  bodies: (input) => agencyTable(input).reading.tasks.flatMap((task) => task.lead),
  doers: (input) => {
    const { source, reading } = read(plan(`III. TỔ CHỨC THỰC HIỆN\n${input}`));
    return reading.tasks.map((task) => doersLine(task, source.text));
  },
  numbers: (input) => input.split('\n').map((line) => shown(parseNumber(line))),
  references: (input) => {
    const { reading } = read(plan(`II. NHIỆM VỤ VÀ GIẢI PHÁP\n1. Các nhiệm vụ trọng tâm\n${input}`));
    return reading.document.references.map(referenceLine);
  },
  citations: (input) =>
    read(plan(`II. NHIỆM VỤ VÀ GIẢI PHÁP\n1. Các nhiệm vụ trọng tâm\n${input}`)).reading.document.references.map(
      citationLine,
    ),
  markers: (input) => input.split('\n').map(markerLine),
  headers: namedHeaderLines,
  secrecy: (input) => {
    const { document } = read(input).reading;
    const found = [document, ...document.further].flatMap(({ secrecy }) => secrecy ?? []);
    return found.length === 0 ? ['không'] : found;
  },
  tables: (input) => findingLines(read(plan(input))),
  'word-tables': wordLines,
  figures: (input) => figureLines(read(plan(input))),
  documents: (input) => findingLines(read(input)),
  outline: placedLines,
  several: severalLines,
  notes: (input) => noteLines(read(plan(input))),
  slips: (input) =>
    [
      ...wordSlips(input),
      ...lostBlanks(input),
      ...figureSlips(input),
      ...articleSlips(input),
      ...impossibleDates(input),
    ]
      .sort((a, b) => a.span.start - b.span.start)
      .map(slipLine),
  'body-forms': (input) => input.split('\n').map((line) => `${hasBodyForm(line) ? 'quen' : 'lạ'} | ${line}`),
};

/** @returns the lines that the reader finds for a case */
export async function found(kind: string, input: string, expected: string[]): Promise<string[]> {
  const reader = kinds[kind];
  if (!reader) throw new Error(`No case can be of the kind "${kind}"; the file's name gives it.`);
  return reader(input, expected);
}
