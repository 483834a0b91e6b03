import { workerData } from 'node:worker_threads';

/**
 * A thread that ends its process when that takes too much memory, or when the server is gone: pictures stand outside the
 * memory that Node can limit, and the thread that works on files looks up too seldom to see to it itself.
 */
const limit = Number(workerData);
const server = process.ppid;

setInterval(() => {
  if (process.memoryUsage.rss() > limit || process.ppid !== server) process.kill(process.pid, 'SIGKILL');
}, 50);
