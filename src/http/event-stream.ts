import { PassThrough } from 'node:stream';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../registry/may.ts';
import type { App } from '../services/app.ts';

/** An answer that goes on: events for a page that listens (server-sent events). */
export type EventStream = {
  send: (name: string, data: unknown) => void;
  end: () => void;
  /** Hands it out as the answer; `over` hears once that it has come to its end, whoever ended it. */
  answer: (reply: FastifyReply, over: () => void) => FastifyReply;
};

/** A line now and then shows both ends that the other is there still. */
const keepAlive = 20_000;
/** Then the page comes again, and whether it still may is asked anew. */
const longest = 30 * 60_000;
/** A reader who takes nothing off is cut off at so many bytes. */
const mostWaiting = 1_000_000;

export function newEventStream(): EventStream {
  const body = new PassThrough();
  const write = (text: string) => {
    if (body.writableEnded || body.destroyed) return;
    if (body.writableLength + body.readableLength > mostWaiting) body.destroy();
    else body.write(text);
  };
  const end = () => void body.end();
  write('retry: 2000\n\n');
  return {
    send: (name, data) => write(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`),
    end,
    answer: (reply, over) => {
      const alive = setInterval(() => write(': \n\n'), keepAlive);
      const timer = setTimeout(end, longest);
      body.once('close', () => {
        clearInterval(alive);
        clearTimeout(timer);
        over();
      });
      reply.raw.once('close', () => body.destroy());
      // What compresses collects, and so would hold back what is to be seen at once.
      reply.request.headers['x-no-compression'] = 'true';
      reply.header('x-accel-buffering', 'no').header('cache-control', 'no-store');
      return reply.type('text/event-stream; charset=utf-8').send(body);
    },
  };
}

type Open = { stream: EventStream; leave: () => void };

/** The stream ends with the session that it was opened in. Gives what leaves both. */
export async function untilSessionEnds({ liveSessions }: App, { session }: Actor, open: Open): Promise<() => void> {
  const { stream, leave } = open;
  if (!session) return leave;
  try {
    const unwatch = await liveSessions.watch({ sessionId: session.id, end: stream.end });
    return () => {
      unwatch();
      leave();
    };
  } catch (error) {
    leave();
    throw error;
  }
}
