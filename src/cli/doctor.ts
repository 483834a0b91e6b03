import type { Config } from '../config.ts';
import { reachDatabase } from '../installation.ts';
import { patientOf } from '../patient.ts';
import { lookAtVitals } from '../services/look-at-vitals.ts';
import { Refusal } from '../values/refusal.ts';
import { vitalSeen, vitalTitles, vitalTodo } from '../values/vital-words.ts';
import { explain, runCommand } from './terminal.ts';

type Vital = Awaited<ReturnType<typeof lookAtVitals>>[number];

const marks: Record<Vital['state'], string> = { good: '✓', warning: '!', bad: '✗', unknown: '?' };

export const doctor = (args: string[]): Promise<number> =>
  runCommand(args, {
    usage: 'tiendo doctor [--json] [--data DIR | --database-url URL]',
    vi: 'Kiểm tra hệ thống, cả khi máy chủ đang chạy; không đổi và không gửi gì. Mã thoát: 0 tốt hoặc chỉ có chú ý, 1 có lỗi.',
    en: 'Looks the installation over, also beside a running server; changes and sends nothing. Exit code: 0 where nothing is bad, else 1.',
    flags: { json: 'switch' },
    run: async (config, _, { json }) => {
      const vitals = await examine(config);
      process.stdout.write(
        json ? `${JSON.stringify(vitals.map(inWords), null, 1)}\n` : `${vitals.map(vitalLine).join('\n')}\n`,
      );
      return vitals.some(({ state }) => state === 'bad') ? 1 : 0;
    },
  });

async function examine(config: Config): Promise<Vital[]> {
  const patient = await patientOf(config);
  try {
    const reached = await reachDatabase(config);
    if (!reached) return await lookAtVitals(patient, null);
    return await lookAtVitals(patient, reached).finally(() => reached.close());
  } catch (error) {
    return lookAtVitals(patient, { failed: reasonOf(error) });
  }
}

const reasonOf = (error: unknown): string =>
  error instanceof Refusal && typeof error.detail.reason === 'string'
    ? error.detail.reason
    : (explain(error).split('\n')[0] ?? '');

const inWords = (vital: Vital) => ({
  ...{ name: vital.name, state: vital.state, word: vital.word, values: vital.values },
  seen: { vi: vitalSeen(vital, 'vi'), en: vitalSeen(vital, 'en') },
  todo: vitalTodo(vital, 'vi') === null ? null : { vi: vitalTodo(vital, 'vi'), en: vitalTodo(vital, 'en') },
});

/** One thing in both languages, with what to do below it. */
export function vitalLine(vital: Vital): string {
  const told = (['vi', 'en'] as const).map((language) => {
    const todo = vitalTodo(vital, language);
    return `${vitalTitles[language][vital.name]}: ${vitalSeen(vital, language)}${todo === null ? '' : `\n    → ${todo}`}`;
  });
  return `${marks[vital.state]} ${told.join('\n  ')}`;
}
