import { readdirSync, readFileSync } from 'node:fs';

type Process = { pid: number; name: string; parent: number };

function processesRunning(): Process[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const found = /^\d+ \((.*)\) ([A-Z]) (\d+) /.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'));
        const [, name = '', state, parent] = found ?? [];
        return state === 'Z' ? [] : [{ pid: Number(pid), name, parent: Number(parent) }];
      } catch {
        return [];
      }
    });
}

/** Of recognition: programs that this process, or one that it started, has started and that still run. */
export function recognitionsRunning(): number[] {
  const running = processesRunning();
  const parents = new Map(running.map(({ pid, parent }) => [pid, parent]));
  const isOurs = (pid: number | undefined): boolean =>
    pid === process.pid || (pid !== undefined && pid > 1 && isOurs(parents.get(pid)));
  return running
    .filter(({ name, pid }) => (name === 'timeout' || name === 'tesseract') && isOurs(pid))
    .map(({ pid }) => pid);
}

/** Those that still run, also where whoever started them is gone. */
export function stillRunning(pids: readonly number[]): number[] {
  const running = new Set(processesRunning().map(({ pid }) => pid));
  return pids.filter((pid) => running.has(pid));
}
