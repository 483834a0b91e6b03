import { createStore, del, entries, set, type UseStore } from 'idb-keyval';
import { z } from 'zod';

/** Where a file goes when it is there, and what is to be done with it. */
export const Door = z.object({ address: z.string(), order: z.unknown().optional() });
export type Door = z.infer<typeof Door>;

/** What the browser keeps of a file on its way, so that a page that is loaded again goes on. */
const KeptSend = z.object({
  key: z.string(),
  userId: z.string(),
  at: z.number(),
  file: z.instanceof(File),
  door: Door,
  uploadId: z.string().nullable(),
});
export type KeptSend = z.infer<typeof KeptSend>;

const day = 24 * 60 * 60_000;
let opened: UseStore | undefined;
const store = (): UseStore => (opened ??= createStore('tiendo-sends', 'sends'));

/** A browser that keeps nothing, or has no room, sends all the same; only not past its reloading. */
const unlessUnable = (work: () => Promise<unknown>): Promise<void> =>
  work().then(
    () => undefined,
    () => undefined,
  );

export const keepSend = (send: KeptSend): Promise<void> => unlessUnable(() => set(send.key, send, store()));
export const forgetSend = (key: string): Promise<void> => unlessUnable(() => del(key, store()));

/** Those of a person. What others left on this machine, or what is too old to go on, goes. */
export async function keptSends(userId: string | null): Promise<KeptSend[]> {
  const all = await entries<string, unknown>(store()).catch(() => []);
  const own: KeptSend[] = [];
  for (const [key, value] of all) {
    const { data } = KeptSend.safeParse(value);
    if (data?.userId === userId && Date.now() - data.at < day) own.push(data);
    else await forgetSend(key);
  }
  return own;
}
