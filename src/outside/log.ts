import { type Logger, pino } from 'pino';

/**
 * What is written down while the program runs, one line of JSON each. Who asked, what for and with which words is not: addresses may hold
 * keys, PostgreSQL quotes the row or the value that it refuses, and a mail server the mailbox.
 */
export type Log = Logger;

type Thrown = Error & { code?: unknown; table?: unknown; constraint?: unknown; routine?: unknown };

const mailbox = /[^\s<>()"',;:]+@[^\s<>()"',;]+/g;
const quoted = /"[^"]*"/g;
/** PostgreSQL's class of values that do not fit: its words quote them. */
const isOfValue = (code: unknown): boolean => typeof code === 'string' && /^22...$/.test(code);

/** What is told of an error: never the values that it carries. */
export function bareError(thrown: unknown) {
  if (!(thrown instanceof Error)) return { type: typeof thrown, message: '', stack: '' };
  const { name, message, stack, code, table, constraint, routine }: Thrown = thrown;
  const bare = (text: string): string => {
    const without = text.replace(mailbox, '…@…');
    return isOfValue(code) ? without.replace(quoted, '"…"') : without;
  };
  return { type: name, message: bare(message), stack: bare(stack ?? ''), code, table, constraint, routine };
}

/** @param tells `requests`: each request and each job; `problems`: only what went wrong */
export const openLog = (stream: { write: (line: string) => void }, tells: 'requests' | 'problems' = 'problems'): Log =>
  pino(
    {
      level: tells === 'requests' ? 'info' : 'warn',
      serializers: { err: bareError },
      formatters: { level: (label) => ({ level: label }) },
      timestamp: pino.stdTimeFunctions.isoTime,
    },
    stream,
  );
