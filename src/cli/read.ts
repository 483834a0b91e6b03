import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { defaultLimits } from '../files/open-limits.ts';
import type { ReadProgress } from '../services/read-file.ts';
import { type Reader, startReader, usualReaderLimits } from '../services/reader.ts';
import { envelopeExtension } from '../values/envelope.ts';
import { reportReading } from './read-report.ts';
import { explain } from './terminal.ts';

const helpFor = (extensions: readonly string[]): string => `tiendo read TỆP … / FILE … [--json]

Đọc văn bản (${extensions.join(', ')}) và in chỉ tiêu, nhiệm vụ tìm được; không cần cơ sở dữ liệu.
Reads documents and prints the targets and tasks found in them; needs no database.

  --json   in JSON: mỗi phát hiện kèm câu gốc và vị trí (tính bằng ký tự Unicode); nhiều tệp: mỗi tệp một dòng
           print JSON: every finding with its sentence and place (in Unicode code points); a line for each of several files
`;

type Wanted = { paths: string[]; json: boolean; help: boolean };

/** Resolves to the exit code: 0 only where every file was read. */
export async function read(args: string[]): Promise<number> {
  const wanted = optionsOf(args);
  if (wanted === undefined || wanted.help || wanted.paths.length === 0) {
    // What opens files takes long to load: here only the process that reads needs it.
    const { readableExtensions } = await import('../files/open.ts');
    process[wanted?.help ? 'stdout' : 'stderr'].write(helpFor([...readableExtensions, envelopeExtension]));
    return wanted?.help ? 0 : 2;
  }
  // As in the server: a file that takes too much time or memory ends its process and nothing else.
  const reader = startReader({ ...usualReaderLimits, processes: 1 });
  try {
    let code = 0;
    for (const path of wanted.paths) code = Math.max(code, await readOne(reader, path, wanted));
    return code;
  } finally {
    await reader.close();
  }
}

async function readOne(reader: Reader, path: string, { paths, json }: Wanted): Promise<number> {
  try {
    const bytes = await readFile(path);
    const found = await reader.find(
      { bytes, fileName: basename(path), maxFileBytes: defaultLimits.fileBytes },
      progress,
    );
    const isOne = paths.length === 1;
    if (json) process.stdout.write(`${JSON.stringify(found.annotation, null, isOne ? 1 : 0)}\n`);
    else
      process.stdout.write(
        `${isOne ? '' : `${path}\n`}${reportReading(found.text, found.reading, process.stdout.columns || 110)}`,
      );
    return 0;
  } catch (error) {
    process.stderr.write(
      `${isMissing(error) ? `Không thấy tệp ${path}. / There is no file ${path}.` : explain(error)}\n`,
    );
    return 1;
  }
}

/** Recognising a scan takes seconds for each page; who watches sees how far it is. */
const progress: ReadProgress = {
  stage: () => undefined,
  pages: (done, total) => {
    if (!process.stderr.isTTY) return;
    process.stderr.write(done < total ? `\rtrang / page ${done}/${total}` : '\r\u001b[K');
  },
};

function optionsOf(args: string[]): Wanted | undefined {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false }, help: { type: 'boolean', short: 'h', default: false } },
    });
    return { paths: positionals, json: values.json, help: values.help };
  } catch {
    return undefined;
  }
}

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';
