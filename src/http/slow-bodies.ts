import type { FastifyInstance } from 'fastify';
import { Refusal } from '../values/refusal.ts';
import { answerRefusal } from './errors.ts';

/** By so many bytes a body that is not whole must grow in each span of so many milliseconds. */
export type BodyPace = { bytes: number; milliseconds: number };

/** The slowest line that anybody works over sends fifty times as much. */
const usualPace: BodyPace = { bytes: 2_000, milliseconds: 20_000 };

/** Whoever sends a body by drops would hold a connection, and what waits for the body, for as long as a request may take. */
export function refuseSlowBodies(server: FastifyInstance, { bytes, milliseconds } = usualPace): void {
  server.addHook('onRequest', async ({ raw, headers }, reply) => {
    if (headers['transfer-encoding'] === undefined && Number(headers['content-length'] ?? 0) === 0) return;
    let before = raw.socket.bytesRead;
    const timer = setInterval(() => {
      const now = raw.socket.bytesRead;
      // What has come and waits to be read is not the sender's fault.
      const comes = now - before >= bytes || raw.readableLength > 0;
      before = now;
      if (comes) return;
      clearInterval(timer);
      if (!raw.complete && !reply.sent) answerRefusal(reply.header('connection', 'close'), new Refusal('bodyTooSlow'));
    }, milliseconds);
    timer.unref();
    raw.once('end', () => clearInterval(timer)).once('close', () => clearInterval(timer));
  });
}
