import { workerData } from 'node:worker_threads';

/**
 * A thread that ends its process when that takes too much memory: pictures stand outside the memory that Node can
 * limit, and the thread that draws them looks up too seldom to watch itself.
 */
const limit = Number(workerData) * 1024 * 1024;

setInterval(() => {
  if (process.memoryUsage.rss() > limit) process.kill(process.pid, 'SIGKILL');
}, 50);
