import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { defaultLimits } from '../files/open-limits.ts';
import { startReader, usualReaderLimits } from '../services/reader.ts';
import type { FormCheck } from '../values/form-check.ts';
import { boxName, boxState, faultSentence } from '../values/form-check-words.ts';
import { type Language, languages } from '../values/format.ts';
import { dayOfMoment } from '../values/plain-date.ts';
import { explain } from './terminal.ts';

const help = `tiendo check TỆP.docx … / FILE.docx … [--json] [--english]

Kiểm tra thể thức, kỹ thuật trình bày theo Nghị định 30/2020/NĐ-CP (văn bản của Đảng: theo Hướng dẫn của Văn phòng Trung ương).
Mã thoát 0: đúng cả; 1: có chỗ chưa đúng hoặc không mở được tệp.
Checks the form against Decree 30/2020/NĐ-CP (documents of the Party: against the guides of its Central Office).
Exit code 0: all is right; 1: something departs, or a file cannot be opened.

  --json      in JSON / print JSON
  --english   in bằng tiếng Anh / print in English
`;

/** Resolves to the exit code: 0 only where nothing departs from the form. */
export async function check(args: string[]): Promise<number> {
  const wanted = optionsOf(args);
  if (wanted === undefined || wanted.help || wanted.paths.length === 0) {
    process[wanted?.help ? 'stdout' : 'stderr'].write(help);
    return wanted?.help ? 0 : 2;
  }
  // As in the server: a file that takes too much time or memory ends its process and nothing else.
  const reader = startReader({ ...usualReaderLimits, processes: 1 });
  try {
    let code = 0;
    for (const path of wanted.paths) {
      try {
        const file = { bytes: await readFile(path), fileName: basename(path), maxFileBytes: defaultLimits.fileBytes };
        const found = await reader.check({ ...file, secrets: true, today: dayOfMoment(new Date()) });
        process.stdout.write(wanted.json ? `${JSON.stringify(found)}\n` : reportOf(path, found, wanted.language));
        if (found.boxes.some(({ faults }) => faults.length > 0)) code = 1;
      } catch (error) {
        process.stderr.write(
          `${isMissing(error) ? `Không thấy tệp ${path}. / There is no file ${path}.` : explain(error)}\n`,
        );
        code = 1;
      }
    }
    return code;
  } finally {
    await reader.close();
  }
}

const again = { vi: 'chỗ', en: 'times' } as const;

function reportOf(path: string, { formName, secondHand, boxes }: FormCheck, language: Language): string {
  const lines = boxes.flatMap(({ box, state, faults }) => [
    `${(box.length < 3 ? `${box}.` : '').padStart(4)} ${boxName(box, language)}: ${boxState(state, language)}`,
    ...faults.flatMap((fault) => [
      `       - ${faultSentence(fault, language)}${fault.times > 1 ? ` (${fault.times} ${again[language]})` : ''}`,
      ...(fault.excerpt === '' ? [] : [`         “${fault.excerpt}”`]),
      `         ${fault.clause}`,
    ]),
  ]);
  const doubt = {
    vi: ' (theo bản tóm lược, chưa có toàn văn)',
    en: ' (from a digest; the text itself was not at hand)',
  };
  return `${path}\n${formName}${secondHand ? doubt[language] : ''}\n${lines.join('\n')}\n`;
}

function optionsOf(args: string[]): { paths: string[]; json: boolean; help: boolean; language: Language } | undefined {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        english: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    return { paths: positionals, json: values.json, help: values.help, language: languages[values.english ? 1 : 0] };
  } catch {
    return undefined;
  }
}

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';
