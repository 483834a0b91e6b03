import type { FastifyRateLimitStore } from '@fastify/rate-limit';

/** Most keys and addresses that are counted at a time; the one that began first is let go. */
const mostCounted = 5000;

type Counted = { calls: number; since: number };

/**
 * Counts calls within windows of time. Not by the machine's clock, as the store that comes with the limit does: where that one is set back
 * an hour, a window would not end for an hour, and whoever asks often be refused as long.
 */
export class CountedCalls implements FastifyRateLimitStore {
  readonly #counted = new Map<string, Counted>();

  incr(
    key: string,
    tell: (error: Error | null, found: { current: number; ttl: number }) => void,
    window: number,
  ): void {
    const now = performance.now();
    const known = this.#counted.get(key);
    const one = known && now < known.since + window ? known : this.#begin(key, now);
    one.calls += 1;
    tell(null, { current: one.calls, ttl: Math.max(0, one.since + window - now) });
  }

  child(): CountedCalls {
    return new CountedCalls();
  }

  #begin(key: string, now: number): Counted {
    const one = { calls: 0, since: now };
    this.#counted.delete(key);
    this.#counted.set(key, one);
    const [oldest] = this.#counted.keys();
    if (this.#counted.size > mostCounted && oldest !== undefined) this.#counted.delete(oldest);
    return one;
  }
}
