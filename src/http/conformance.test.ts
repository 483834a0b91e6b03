import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type AskedWorld, askedEndpoints as asked, storeAskedWorld } from '../../test/asked-world.ts';
import { engines } from '../../test/engines.ts';
import { type Asked, requestsFor } from '../../test/fuzz/requests.ts';
import { type RunningServer, runServer } from '../../test/running-server.ts';
import type { Endpoint } from '../api/endpoint.ts';
import { type Role, roles } from '../registry/post.ts';
import { refusalCodes } from '../values/refusal.ts';

/**
 * Whatever is asked, well or badly, the answer is what the description of the interface promises. Requests for each endpoint; the
 * long form has more: TIENDO_FUZZ_REQUESTS=60 TIENDO_FUZZ_SEED=7.
 */
const requests = Number(process.env.TIENDO_FUZZ_REQUESTS ?? 6);
const seed = Number(process.env.TIENDO_FUZZ_SEED ?? 1);
const atOnce = 6;

const Problem = z.object({
  type: z.string(),
  title: z.string().min(1),
  status: z.int(),
  code: z.enum([...refusalCodes]),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
  message: z.object({ vi: z.string().min(1), en: z.string().min(1) }),
});

type Described = Record<string, { content?: Record<string, unknown> }>;
type Description = { paths: Record<string, Record<string, { responses: Described }>> };

describe.each(engines)('every endpoint, asked well and badly, on $name', (engine) => {
  let running: RunningServer;
  let description: Description;
  let people: AskedWorld['people'];
  let ids: string[];
  beforeAll(async () => {
    running = await runServer(engine, { clock: { now: () => new Date('2026-03-20T03:00:00Z') } });
    ({ people, ids } = await storeAskedWorld(running));
    description = await running.nobody.get<Description>('/api/openapi.json');
  });
  afterAll(() => running.stop());

  const promised = ({ path, method }: Endpoint): Described =>
    description.paths[path.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()]?.responses ?? {};

  /** What is wrong with an answer; undefined where it is as promised. */
  async function faultOf(endpoint: Endpoint, answer: Response): Promise<string | undefined> {
    const { status } = answer;
    const type = answer.headers.get('content-type')?.split(';')[0];
    const text = await answer.text();
    if (status === 500) return text;
    if (status === 304) return undefined;
    const responses = promised(endpoint);
    const response = responses[status] ?? responses[`${Math.floor(status / 100)}XX`];
    if (!response) return `status ${status} is not described: ${text.slice(0, 200)}`;
    if (response.content && type !== undefined && !(type in response.content || '*/*' in response.content))
      return `${status} is ${type}`;
    if (status >= 400) {
      const problem = Problem.safeParse(JSON.parse(text));
      return problem.success && problem.data.status === status ? undefined : `no problem: ${text.slice(0, 200)}`;
    }
    if (status === 204) return text === '' ? undefined : 'something in nothing';
    if (!endpoint.response)
      return type === 'application/json' && text.startsWith('{"code') ? 'a file is JSON' : undefined;
    const parsed = endpoint.response.safeParse(JSON.parse(text));
    return parsed.success ? undefined : `${status} does not fit: ${parsed.error.message.slice(0, 300)}`;
  }

  it('answers what its description promises, and never fails', { timeout: 1_800_000 }, async () => {
    const faults: unknown[] = [];
    const statuses = new Map<number, number>();
    const work = asked.flatMap((endpoint, at) => {
      const all = [false, true].flatMap((spoilt) =>
        fc.sample(requestsFor(endpoint, ids, spoilt), {
          seed: seed + at,
          numRuns: spoilt ? requests / 3 : (requests * 2) / 3,
        }),
      );
      return all.map((one, index) => ({ endpoint, one, role: roles[(index + at) % roles.length] ?? 'coordinator' }));
    });
    const ask = async ({ endpoint, one, role }: { endpoint: Endpoint; one: Asked; role: Role }) => {
      // Every .pdf takes seconds of another program.
      const [path, body] = [one.path.replace('format=pdf', 'format=docx'), one.body];
      const sent = typeof body === 'string' ? body.replace('"pdf"', '"docx"') : body;
      const init: RequestInit = {
        method: one.method,
        headers: one.headers,
        ...(sent !== null && { body: sent }),
        redirect: 'manual',
        signal: AbortSignal.timeout(60_000),
      };
      const answer = await (people.get(role) ?? running.nobody).fetch(path, init);
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
      const fault = await faultOf(endpoint, answer);
      if (fault !== undefined)
        faults.push({
          role,
          endpoint: endpoint.path,
          ...one,
          body: sent instanceof FormData ? 'form' : sent?.slice(0, 300),
          fault,
        });
    };
    const lines = Array.from({ length: atOnce }, (_, line) => work.filter((__, index) => index % atOnce === line));
    await Promise.all(
      lines.map(async (line) => {
        for (const one of line) await ask(one);
      }),
    );
    expect(faults).toEqual([]);
    // Most of it is really looked at: neither refused at the door, nor all alike.
    expect(statuses.get(200) ?? 0).toBeGreaterThan(work.length / 8);
    expect(statuses.get(401) ?? 0).toBeLessThan(work.length / 50);
  });
});
