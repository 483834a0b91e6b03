/** Reads server-sent events as a browser does: one after another, each with its data parsed. */
export type EventReader = {
  next: () => Promise<{ name: string; data: unknown }>;
  ended: Promise<void>;
  leave: () => void;
};

export async function readEvents(url: string, cookie: string): Promise<EventReader> {
  const leaving = new AbortController();
  const response = await fetch(url, { headers: { cookie, 'accept-encoding': 'br, gzip' }, signal: leaving.signal });
  if (!response.ok || !response.body) throw new Error(`${url}: ${response.status} ${await response.text()}`);
  const events: { name: string; data: unknown }[] = [];
  const waiting: ((event: { name: string; data: unknown }) => void)[] = [];
  const hear = (block: string) => {
    const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1];
    const [name, data] = [field('event'), field('data')];
    if (name === undefined || data === undefined) return;
    const event = { name, data: JSON.parse(data) as unknown };
    const wanting = waiting.shift();
    if (wanting) wanting(event);
    else events.push(event);
  };
  const ended = (async () => {
    let rest = '';
    try {
      for await (const part of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
        const blocks = (rest + part).split('\n\n');
        rest = blocks.pop() ?? '';
        blocks.forEach(hear);
      }
    } catch (error) {
      if (!leaving.signal.aborted) throw error;
    }
  })();
  return {
    next: () => {
      const event = events.shift();
      return event ? Promise.resolve(event) : new Promise((resolve) => waiting.push(resolve));
    },
    ended,
    leave: () => leaving.abort(),
  };
}
