import pg from 'pg';

/**
 * A database may take a question and say nothing any more: it was stopped, or the line went dead without a word. A question may also
 * just take long. What tells them apart is whether anybody answers beside it, and whether the one who was asked is at work.
 */

/** What one connection was asked and has not answered. */
type Waiting = { client: pg.PoolClient; since: number };

export type SilenceWatch = {
  /** Call what it gives when there is an answer, whatever it is. */
  wait: (client: pg.PoolClient) => () => void;
  end: () => void;
};

/**
 * @param patience milliseconds after which we ask whether anybody is there, and how long that question waits
 * @param knowsBackends false: a pooler stands between, so whom we ask cannot be looked up
 */
export function watchSilence(config: pg.ClientConfig, patience: number, knowsBackends: boolean): SilenceWatch {
  const all = new Set<Waiting>();
  let looking = false;
  const look = async () => {
    const before = performance.now() - patience;
    const long = [...all].filter(({ since }) => since < before);
    if (looking || long.length === 0) return;
    looking = true;
    const idle = await askWhoIsIdle({ ...config, connectionTimeoutMillis: patience, query_timeout: patience });
    looking = false;
    for (const waiting of long) {
      const silent = idle === 'nobody' || (knowsBackends && idle.has(backendOf(waiting.client)));
      // It may have answered meanwhile.
      if (silent && all.has(waiting)) cut(waiting.client);
    }
  };
  const timer = setInterval(() => void look(), patience / 4);
  timer.unref();
  return {
    wait: (client) => {
      const waiting = { client, since: performance.now() };
      all.add(waiting);
      return () => void all.delete(waiting);
    },
    end: () => clearInterval(timer),
  };
}

/** Backends that have nothing in hand, so that what was sent to them never arrived or was answered in vain; or nobody answers. */
async function askWhoIsIdle(config: pg.ClientConfig): Promise<'nobody' | ReadonlySet<number>> {
  const client = new pg.Client(config);
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ pid: number }>(
      `select pid from pg_stat_activity where datname = current_database() and state like 'idle%'`,
    );
    return new Set(rows.map(({ pid }) => pid));
  } catch (error) {
    // Refused is answered, too: by a server that starts, or has no connection left.
    return error instanceof pg.DatabaseError ? new Set() : 'nobody';
  } finally {
    client.end().catch(() => undefined);
  }
}

/** The question ends as of a line that was lost. */
function cut(client: pg.PoolClient): void {
  if (client instanceof pg.Client) client.end().catch(() => undefined);
}

const backendOf = (client: pg.PoolClient): number =>
  'processID' in client && typeof client.processID === 'number' ? client.processID : 0;
