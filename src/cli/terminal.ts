import type { Config, FlagValues, OwnFlags } from '../config.ts';
import { readConfig, settingsHelp } from '../config.ts';
import { Refusal } from '../values/refusal.ts';
import { refusalSentence } from '../values/refusal-words.ts';

type Command = {
  /** The line under "Usage", after the command's name. */
  usage: string;
  vi: string;
  en: string;
  /** Flags of its own, told by the words above. */
  flags?: OwnFlags;
  /** Resolves to the exit code. */
  run: (config: Config, rest: string[], flags: FlagValues) => Promise<number>;
};

/** What every command with a configuration does the same: --help, wrong flags, and a refusal said in both languages. */
export async function runCommand(args: string[], { usage, vi, en, flags = {}, run }: Command): Promise<number> {
  const outcome = readConfig(args, process.env, flags);
  if ('help' in outcome) {
    process.stdout.write(`${usage}\n\n${vi}\n${en}\n\n${settingsHelp()}\n`);
    return 0;
  }
  if ('problems' in outcome) {
    process.stderr.write(`${outcome.problems.join('\n')}\n${usage} (--help)\n`);
    return 2;
  }
  try {
    return await run(outcome.config, outcome.rest, outcome.flags);
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`);
    return 1;
  }
}

/** A refusal in words; anything else is a defect or the machine's trouble, and its stack says where. */
export function explain(error: unknown): string {
  if (error instanceof Refusal) {
    // What a storage or a database said of it helps whoever sits here.
    const said = error.cause instanceof Error ? `\n${error.cause.message}` : '';
    return `${refusalSentence(error.code, error.detail, 'vi')}\n${refusalSentence(error.code, error.detail, 'en')}${said}`;
  }
  if (!(error instanceof Error)) return String(error);
  const { code, port, syscall } = error as NodeJS.ErrnoException & { port?: number };
  if (code === 'EADDRINUSE') {
    return (
      `Cổng ${port} đang được chương trình khác dùng. Hãy chọn cổng khác bằng --port.\n` +
      `Port ${port} is used by another program. Choose another one with --port.`
    );
  }
  // What the system refuses names the file itself: missing, not ours to write, disk full.
  return syscall ? error.message : (error.stack ?? error.message);
}
