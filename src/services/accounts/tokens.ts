import { createHash, randomBytes } from 'node:crypto';

/** 256 bits that nobody guesses: for cookies, steps of signing in and links in mails. The database keeps the hash only. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** A token has as many bits as the hash, so it needs neither salt nor slowness. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url');
