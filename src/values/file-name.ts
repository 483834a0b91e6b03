import { nfc } from './vietnamese.ts';

const longestName = 200;

/**
 * A name to show and to give back on download: without folders, characters that are not seen or that turn the direction of writing,
 * those that a shell or a file system reads as something else, and dots that hide it or end it.
 */
export function safeName(name: string): string {
  const last = nfc(name.toWellFormed()).split(/[/\\]/).at(-1) ?? '';
  const visible = last
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}]/gu, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  if (visible.length <= longestName) return visible === '' ? 'khong-ten' : visible;
  const extension = /\.\w{1,8}$/.exec(visible)?.[0] ?? '';
  return visible.slice(0, longestName - extension.length).toWellFormed() + extension;
}

/** What the name ends in, in small letters; empty where it ends in nothing. */
export const extensionOf = (name: string): string => /[^.]\.(\w{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? '';
