import { type Answer, gaps } from '../registry/alignment.ts';
import { type AlignmentLine, alignmentSheet, alignmentSheetName } from '../report/alignment-sheet.ts';
import { sheetOf } from '../report/sheet-column.ts';
import type { App } from './app.ts';
import { alignDocuments, type Column, type Side } from './compare-documents.ts';
import { type ExportAs, type ExportedFile, fileOf } from './export-findings.ts';

/** What the lower documents answer, a line for each finding of the higher one and each of them; or the gaps only. */
export async function exportAlignment(
  app: App,
  documents: { higher: string; lower: readonly string[] },
  gapsOnly: boolean,
  as: Omit<ExportAs<never>, 'columns'>,
): Promise<ExportedFile> {
  const { higher, columns } = await alignDocuments(app, documents);
  const wanted = ({ answer }: AlignmentLine): boolean => !gapsOnly || gaps.includes(answer.verdict);
  const batches = columns.map((column) => linesOf(higher, column).filter(wanted));
  return fileOf(sheetOf(alignmentSheetName[as.language], alignmentSheet, inTurn(batches), as.language), as);
}

async function* inTurn<T>(batches: readonly T[]): AsyncGenerator<T> {
  yield* batches;
}

function linesOf(higher: Side, { document, targets, tasks, answers }: Column): AlignmentLine[] {
  const lowerDocument = document.number ?? document.title ?? document.fileName;
  return [
    ...pairs(higher.targets, targets, answers.targets).map((pair) => ({
      ...pair,
      kind: 'target' as const,
      lowerDocument,
    })),
    ...pairs(higher.tasks, tasks, answers.tasks).map((pair) => ({ ...pair, kind: 'task' as const, lowerDocument })),
  ];
}

function pairs<T extends { id: string }>(
  highers: readonly T[],
  lowers: readonly T[],
  answers: readonly Answer[],
): { higher: T; lower: T | undefined; answer: Answer }[] {
  const [above, below] = [byId(highers), byId(lowers)];
  return answers.flatMap((answer) => {
    const higher = above.get(answer.id);
    return higher ? [{ higher, lower: below.get(answer.otherId ?? ''), answer }] : [];
  });
}

const byId = <T extends { id: string }>(all: readonly T[]): Map<string, T> => new Map(all.map((one) => [one.id, one]));
