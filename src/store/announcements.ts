import { sql } from 'kysely';
import { z } from 'zod';
import { Named } from '../registry/named.ts';
import { RoundNews } from '../registry/round-news.ts';
import { type Db, newClient } from './database.ts';
import { databaseTrouble } from './database-trouble.ts';

/** What servers of one database tell each other at once. Nothing is kept of it: whoever was not listening reads the tables. */
export const Announcement = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('changed'),
    documentId: z.string(),
    operation: z.string(),
    verb: z.string(),
    by: Named,
  }),
  /** The people who have this document's review open on one server. */
  z.object({ kind: z.literal('here'), server: z.string(), documentId: z.string(), people: z.array(Named) }),
  /** Asks all servers who is there. */
  z.object({ kind: z.literal('who'), documentId: z.string() }),
  /** These people have notices that they had not before, or read some elsewhere. */
  z.object({ kind: z.literal('noticed'), userIds: z.array(z.string()) }),
  /** Figures were approved, imported or corrected: whoever shows some asks again. */
  z.object({ kind: z.literal('figures') }),
  /** What the public may see has changed. */
  z.object({ kind: z.literal('publication') }),
  /** Something was done about the work of a published document; the database tells it of each recorded action (migration 036). */
  z.object({ kind: z.literal('work'), documentId: z.string() }),
  /** Something of a round: whoever shows it, or the rounds, asks again. */
  z.object({ kind: z.literal('round'), by: z.string().nullable(), ...RoundNews.shape }),
  /** Something waits to be taken over into the queue of jobs. */
  z.object({ kind: z.literal('outbox') }),
  /** These sessions are over. */
  z.object({ kind: z.literal('sessionsEnded'), sessionIds: z.array(z.string()) }),
  /** A queue was paused or goes on. */
  z.object({ kind: z.literal('queues') }),
]);
export type Announcement = z.infer<typeof Announcement>;

const channel = 'tiendo';
/** Whoever only listens does not notice by itself that nobody speaks any more. */
const greetEvery = 10_000;

/** In a transaction: told when it commits, and only then. At most 8000 bytes. */
export async function announce(db: Db, announcement: Announcement): Promise<void> {
  await sql`select pg_notify(${channel}, ${JSON.stringify(announcement)})`.execute(db);
}

export type Listening = { end: () => Promise<void> };

/** One connection that hears all that is announced until it is ended or lost. */
export async function listen(db: Db, hear: (announcement: Announcement) => void, lost: () => void): Promise<Listening> {
  const client = newClient(db);
  let ending = false;
  let greeted = true;
  const greet = setInterval(() => {
    if (!greeted) return onLost();
    greeted = false;
    client.query('select').then(() => {
      greeted = true;
    }, onLost);
  }, greetEvery);
  greet.unref();
  const onLost = () => {
    clearInterval(greet);
    if (ending) return;
    ending = true;
    lost();
    client.end().catch(() => undefined);
  };
  client.on('error', onLost).on('end', onLost);
  client.on('notification', ({ payload }) => {
    const announcement = Announcement.safeParse(JSON.parse(payload ?? 'null'));
    // A newer server may say what this one does not know yet.
    if (announcement.success) hear(announcement.data);
  });
  try {
    await client.connect();
    await client.query(`listen ${channel}`);
  } catch (error) {
    clearInterval(greet);
    ending = true;
    client.end().catch(() => undefined);
    throw databaseTrouble(error) ?? error;
  }
  return {
    end: async () => {
      clearInterval(greet);
      ending = true;
      await client.end();
    },
  };
}
