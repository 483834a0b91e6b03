import { para, rawDocx, zipOf } from './docx-raw.ts';

/** A minimal valid OLE2 compound file with empty streams of these names: what its directory says is all that matters. */
export function compoundFile(streams: readonly string[]): Uint8Array {
  const bytes = new Uint8Array(512 * 3);
  const view = new DataView(bytes.buffer);
  const free = 0xffffffff;
  const endOfChain = 0xfffffffe;
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  view.setUint16(24, 0x3e, true);
  view.setUint16(26, 3, true);
  view.setUint16(28, 0xfffe, true);
  view.setUint16(30, 9, true);
  view.setUint16(32, 6, true);
  view.setUint32(44, 1, true);
  view.setUint32(48, 1, true);
  view.setUint32(56, 4096, true);
  view.setUint32(60, endOfChain, true);
  view.setUint32(68, endOfChain, true);
  for (let at = 76; at < 512; at += 4) view.setUint32(at, free, true);
  view.setUint32(76, 0, true);
  for (let at = 512; at < 1024; at += 4) view.setUint32(at, free, true);
  view.setUint32(512, 0xfffffffd, true);
  view.setUint32(516, endOfChain, true);
  for (const [at, name] of ['Root Entry', ...streams].slice(0, 4).entries()) {
    const entry = 1024 + at * 128;
    for (const [i, letter] of [...name].entries()) view.setUint16(entry + i * 2, letter.charCodeAt(0), true);
    view.setUint16(entry + 64, (name.length + 1) * 2, true);
    view.setUint8(entry + 66, at === 0 ? 5 : 2);
    view.setUint8(entry + 67, 1);
    view.setUint32(entry + 68, free, true);
    view.setUint32(entry + 72, at > 0 && at < Math.min(streams.length, 3) ? at + 1 : free, true);
    view.setUint32(entry + 76, at === 0 && streams.length > 0 ? 1 : free, true);
    view.setUint32(entry + 116, endOfChain, true);
  }
  return bytes;
}

/** What Word writes when a document is saved with a password. */
export const passwordProtectedDocx = (): Uint8Array => compoundFile(['EncryptedPackage', 'EncryptionInfo']);

/** A .doc of the old kind. */
export const oldWordFile = (): Uint8Array => compoundFile(['WordDocument', '1Table']);

/** Unpacks to `mebibytes` and is about a thousandth of that. */
export const zipBomb = (mebibytes = 8): Uint8Array =>
  rawDocx({ body: para('a'), entries: { 'word/document.xml': new Uint8Array(mebibytes * 1024 * 1024).fill(32) } });

/** A zip bomb whose directory announces a harmless size for its main part. */
export function lyingZipBomb(mebibytes = 8): Uint8Array {
  const bytes = zipBomb(mebibytes);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at + 46 < bytes.length; at++) {
    const isEntry = view.getUint32(at, true) === 0x02014b50 || view.getUint32(at, true) === 0x04034b50;
    if (!isEntry) continue;
    const field = at + (view.getUint32(at, true) === 0x02014b50 ? 24 : 22);
    if (view.getUint32(field, true) === mebibytes * 1024 * 1024) view.setUint32(field, 1000, true);
  }
  return bytes;
}

/** Asks the XML reader for a file of the machine. */
export const docxWithEntity = (): Uint8Array =>
  rawDocx({
    body: '',
    entries: {
      'word/document.xml': `<?xml version="1.0"?><!DOCTYPE w:document [<!ENTITY secret SYSTEM "file:///etc/passwd">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&secret;</w:t></w:r></w:p></w:body></w:document>`,
    },
  });

/** Ten entities, each ten times the one before. */
export const billionLaughs = (): Uint8Array =>
  rawDocx({
    body: '',
    entries: {
      'word/document.xml': `<!DOCTYPE l [<!ENTITY a0 "ha">${Array.from({ length: 9 }, (_, i) => `<!ENTITY a${i + 1} "${`&a${i};`.repeat(10)}">`).join('')}]><l>&a9;</l>`,
    },
  });

/** A Word file that lost its end on the way. */
export const cutDocx = (): Uint8Array => {
  const whole = rawDocx({ body: para('Kế hoạch phát triển kinh tế - xã hội') });
  return whole.subarray(0, Math.floor(whole.length / 2));
};

/** A picture of one pixel. */
export const picture = (): Uint8Array =>
  Uint8Array.from(
    Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    ),
  );

/** A spreadsheet, as far as its zip says. */
export const spreadsheet = (): Uint8Array =>
  zipOf({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<workbook/>' });
