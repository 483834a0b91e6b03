/** Bytes that come in pieces of any length, taken in lengths that the format wants. */
export type ByteReader = {
  /** As many as asked, fewer only at the end. */
  take: (length: number) => Promise<Buffer>;
  /** All that was not taken yet, in pieces of one length, the last of them shorter; at least one. */
  pieces: (length: number) => AsyncGenerator<{ piece: Buffer; last: boolean }>;
};

export function readBytes(source: AsyncIterable<Uint8Array>): ByteReader {
  const from = source[Symbol.asyncIterator]();
  let held: Uint8Array[] = [];
  let bytes = 0;
  const fill = async (length: number): Promise<void> => {
    while (bytes < length) {
      const { value, done } = await from.next();
      if (done) return;
      held.push(value);
      bytes += value.length;
    }
  };
  const take = async (length: number): Promise<Buffer> => {
    await fill(length);
    const all = Buffer.concat(held, bytes);
    const taken = all.subarray(0, length);
    held = [all.subarray(length)];
    bytes -= taken.length;
    return taken;
  };
  return {
    take,
    pieces: async function* (length) {
      for (;;) {
        const piece = await take(length);
        // Whether more comes must be known: the last piece is another one to whoever sealed them.
        await fill(1);
        const last = bytes === 0;
        yield { piece, last };
        if (last) return;
      }
    },
  };
}
