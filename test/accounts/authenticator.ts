import { codeOf } from '../../src/services/accounts/one-time-code.ts';

/** What a phone does with the key that it was shown. */
export class Authenticator {
  readonly #secret: Buffer;
  /** No code counts twice, so that each next one is that of the next half minute: the server takes one that is early. */
  #used = 0;

  constructor(key: string) {
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
    const bits = [...key.replace(/\s/g, '')]
      .map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0'))
      .join('');
    this.#secret = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  }

  code(): string {
    const present = Math.floor(Date.now() / 30_000);
    const step = Math.max(present, this.#used + 1);
    this.#used = step;
    return codeOf(this.#secret, step);
  }
}
