import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { openAnyFile, readableExtensions } from '../files/open.ts';
import { annotationOf } from '../reading/annotation.ts';
import { readDocument } from '../reading/document.ts';
import { reportReading } from './read-report.ts';
import { explain } from './terminal.ts';

const help = `tiendo read TỆP / FILE [--json]

Đọc một văn bản (${readableExtensions.join(', ')}) và in chỉ tiêu, nhiệm vụ tìm được; không cần cơ sở dữ liệu.
Reads a document and prints the targets and tasks found in it; needs no database.

  --json   in JSON: mỗi phát hiện kèm câu gốc và vị trí (tính bằng ký tự Unicode)
           print JSON: every finding with its sentence and place (in Unicode code points)
`;

/** Resolves to the exit code: 0 only where the file was read. */
export async function read(args: string[]): Promise<number> {
  const wanted = optionsOf(args);
  if (wanted === undefined || wanted.help || wanted.path === undefined) {
    process[wanted?.help ? 'stdout' : 'stderr'].write(help);
    return wanted?.help ? 0 : 2;
  }
  try {
    const bytes = await readFile(wanted.path);
    const source = await openAnyFile(bytes, basename(wanted.path));
    const reading = readDocument(source);
    if (wanted.json)
      process.stdout.write(`${JSON.stringify(annotationOf(source, reading, basename(wanted.path)), null, 1)}\n`);
    else process.stdout.write(reportReading(source, reading, process.stdout.columns || 110));
    return 0;
  } catch (error) {
    process.stderr.write(
      `${isMissing(error) ? `Không thấy tệp ${wanted.path}. / There is no file ${wanted.path}.` : explain(error)}\n`,
    );
    return 1;
  }
}

function optionsOf(args: string[]): { path: string | undefined; json: boolean; help: boolean } | undefined {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false }, help: { type: 'boolean', short: 'h', default: false } },
    });
    return positionals.length > 1 ? undefined : { path: positionals[0], json: values.json, help: values.help };
  } catch {
    return undefined;
  }
}

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';
