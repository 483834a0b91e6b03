import { describe, expect, it } from 'vitest';
import { opened, sealed } from './age.ts';
import { type AgeKey, newKeyFile, readKeyFile } from './age-key.ts';

/** A file that age 1.1.1 itself wrote, and its key. */
const fromAge = {
  key: 'AGE-SECRET-KEY-1QPL2C26PN920MJTZ8AUMVUSLNZPQPDS7XQ475T765CA2VPQ8C47SWRYL4N',
  file: 'YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IFgyNTUxOSAvdGlFdUpGSjB3N1QyM1A2dWlIVGUwUThuQU42NkVGV1IrQVp3YUpHWmhJClh1dVd0SmhSNnAzZnR6ODNZczJadi9DdjRTZGxQVkdld1ZiMFQxUkZXREEKLS0tIE0xVHQ1bTVzU3lpVTRscTFObE9RMk9IVmhDREVaQ3J0RjlmekEyY0JOVHcK3mNDVwuZaUnK4wt/x+zAtERqyTAJMiB5SuxT4C9GlZRW+DQmguo=',
};

const keyIn = (text: string): AgeKey => {
  const key = readKeyFile(text);
  if (!key) throw new Error('no key');
  return key;
};

/** In pieces of an awkward length. */
async function* inBits(bytes: Buffer): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 7_001) yield bytes.subarray(at, at + 7_001);
}

const all = async (source: AsyncIterable<Uint8Array>): Promise<Buffer> => Buffer.concat(await Array.fromAsync(source));
const sealAll = (bytes: Buffer, key: AgeKey) => all(sealed(inBits(bytes), key));
const openAll = (bytes: Buffer, key: AgeKey) => all(opened(inBits(bytes), key));

const words = Buffer.from('Sở Tài chính trình Ủy ban nhân dân tỉnh. '.repeat(5_000));

describe('a file sealed in the form of age', () => {
  const key = keyIn(newKeyFile());

  it('is what age itself writes', async () => {
    expect((await openAll(Buffer.from(fromAge.file, 'base64'), keyIn(fromAge.key))).toString()).toBe('chào\n');
  });

  it.each([0, 1, 64 * 1024 - 1, 64 * 1024, 64 * 1024 + 1, words.length])(
    'comes back as it was, %i bytes',
    async (length) => {
      const plain = words.subarray(0, length);
      const bytes = await sealAll(plain, key);
      expect(bytes.includes('Tài chính')).toBe(false);
      expect((await openAll(bytes, key)).equals(plain)).toBe(true);
    },
  );

  it('opens with the passphrase and with no other', async () => {
    const bytes = await sealAll(words, keyIn('năm nhánh tre xanh\n'));
    expect((await openAll(bytes, keyIn('năm nhánh tre xanh'))).equals(words)).toBe(true);
    await expect(openAll(bytes, keyIn('sáu nhánh tre xanh'))).rejects.toMatchObject({ code: 'archiveKeyWrong' });
    await expect(openAll(bytes, key)).rejects.toMatchObject({ code: 'archiveKeyWrong' });
  });

  it('is written with the public half alone, which does not open it', async () => {
    const file = newKeyFile();
    const publicHalf = keyIn(file.replace(/^# public key: (\S+)[\s\S]*$/, '$1'));
    const bytes = await sealAll(words, publicHalf);
    await expect(openAll(bytes, publicHalf)).rejects.toMatchObject({ code: 'archiveKeyWrong' });
    expect((await openAll(bytes, keyIn(file))).equals(words)).toBe(true);
  });

  it('is refused with the place where one bit was changed, or where it was cut', async () => {
    const bytes = await sealAll(words, key);
    const head = bytes.length - 16 - words.length - 16 * Math.ceil(words.length / 65_536);
    const second = head + 16 + 65_536 + 16;
    const changed = Buffer.from(bytes);
    changed[second + 100] = (changed[second + 100] ?? 0) ^ 1;
    const broken = { code: 'archiveBroken', detail: { where: `byte ${second}` } };
    await expect(openAll(changed, key)).rejects.toMatchObject(broken);
    await expect(openAll(bytes.subarray(0, second), key)).rejects.toMatchObject({ code: 'archiveBroken' });
    await expect(openAll(bytes.subarray(0, -1), key)).rejects.toMatchObject({ code: 'archiveBroken' });
    await expect(openAll(bytes.subarray(0, 30), key)).rejects.toMatchObject({ code: 'archiveBroken' });
  });

  it('takes no key that was mistyped, and no passphrase that is too short', () => {
    const [, secret = ''] = newKeyFile().split('\n');
    const letter = secret.at(-1) === 'Q' ? 'P' : 'Q';
    expect(readKeyFile(secret.slice(0, -1) + letter)).toBeUndefined();
    expect(readKeyFile('ngan')).toBeUndefined();
  });
});
