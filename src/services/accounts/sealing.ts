import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** What is kept sealed can be read with the installation's key only, which does not lie in the database. */
export type Sealing = {
  /** @param purpose what it is sealed for: it opens for nothing else */
  seal: (purpose: string, text: string) => string;
  /** undefined where it was sealed with another key, for something else, or changed. */
  unseal: (purpose: string, sealed: string) => string | undefined;
  /** Of short secrets, which a hash without a key would not hide. */
  mark: (purpose: string, text: string) => string;
};

const keyLength = 32;
const ivLength = 12;
const tagLength = 16;

export function sealingWith(key: Buffer): Sealing {
  const keyOf = (purpose: string) => Buffer.from(hkdfSync('sha256', key, '', `tiendo ${purpose}`, keyLength));
  return {
    seal: (purpose, text) => {
      const iv = randomBytes(ivLength);
      const cipher = createCipheriv('aes-256-gcm', keyOf(purpose), iv);
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url');
    },
    unseal: (purpose, sealed) => {
      const bytes = Buffer.from(sealed, 'base64url');
      if (bytes.length < ivLength + tagLength) return undefined;
      const decipher = createDecipheriv('aes-256-gcm', keyOf(purpose), bytes.subarray(0, ivLength));
      decipher.setAuthTag(bytes.subarray(ivLength, ivLength + tagLength));
      try {
        return Buffer.concat([decipher.update(bytes.subarray(ivLength + tagLength)), decipher.final()]).toString(
          'utf8',
        );
      } catch {
        return undefined;
      }
    },
    mark: (purpose, text) => createHmac('sha256', keyOf(purpose)).update(text).digest('base64url'),
  };
}

export const newKey = (): Buffer => randomBytes(keyLength);
