import { annotatedDocuments, byConfidence, calibration, type Share, weighed } from '../test/calibrating.ts';

/** Whether the reader knows where it may be wrong: what share of the findings has a note, and how many of each kind are right. */

const percent = (part: number, of: number): string => (of === 0 ? '-' : `${((100 * part) / of).toFixed(1)}%`);
const right = (share: Share): string => `${percent(share.right, share.of)} of ${share.of}`;
const row = (cells: string[]): string =>
  `${cells.map((cell, i) => (i === 0 ? cell.padEnd(22) : cell.padStart(17))).join(' ')}\n`;

export function reportCalibration(): void {
  const groups = Map.groupBy(annotatedDocuments(), ({ group }) => group);
  const findings = [...groups].map(([name, documents]) => ({ name, findings: documents.flatMap(weighed) }));
  process.stdout.write(`\n${row(['findings', 'all', 'noted', 'right if noted', 'right if not'])}`);
  for (const { name, findings: all } of findings) {
    const { noted, unnoted } = calibration(all);
    process.stdout.write(row([name, String(all.length), percent(noted.of, all.length), right(noted), right(unnoted)]));
  }
  process.stdout.write(`\n${row(['confidence', ...findings.map(({ name }) => name)])}`);
  const tables = findings.map(({ findings: all }) => byConfidence(all));
  for (const [i, band] of (tables[0] ?? []).entries())
    process.stdout.write(
      row([
        `${band.from.toFixed(2)} - ${band.to.toFixed(2)}`,
        ...tables.map((table) => right(table[i] ?? { right: 0, of: 0 })),
      ]),
    );
}

if (process.argv[1] === import.meta.filename) reportCalibration();
