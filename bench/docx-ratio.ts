import { parseXml } from '../src/files/containers/xml.ts';
import { openZip } from '../src/files/containers/zip.ts';
import { openDocx } from '../src/files/docx/docx.ts';
import { defaultLimits } from '../src/files/open-limits.ts';
import { median } from './times.ts';

/** Median times in milliseconds: the whole opening, and unzipping and parsing the main part's XML alone. */
export function measureDocx(bytes: Uint8Array, runs = 9): { openMs: number; parseMs: number } {
  const parse = (): void => {
    const part = 'word/document.xml';
    const xml = openZip(bytes, defaultLimits).find(part);
    if (!xml) throw new Error(`${part} is missing`);
    parseXml(new TextDecoder().decode(xml), { part, depth: defaultLimits.depth });
  };
  // The two take turns, so that a busy machine slows both alike.
  const open: number[] = [];
  const parsed: number[] = [];
  for (let run = 0; run < runs + 2; run++) {
    const times = [timed(() => openDocx(bytes)), timed(parse)];
    if (run < 2) continue;
    open.push(times[0] ?? 0);
    parsed.push(times[1] ?? 0);
  }
  return { openMs: median(open), parseMs: median(parsed) };
}

function timed(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
