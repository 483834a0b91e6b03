/** How much a file may ask of the machine before it is refused. */
export type OpenLimits = {
  /** Bytes of the file itself. */
  fileBytes: number;
  /** Bytes of everything packed in it, as its directory says. */
  unpackedBytes: number;
  /** Bytes of one packed part. */
  partBytes: number;
  /** Unpacked size over packed size of one part; small parts are exempt, they may be as repetitive as they like. */
  ratio: number;
  /** Number of packed parts. */
  parts: number;
  /** How deep elements may nest in a part. */
  depth: number;
};

const mebibyte = 1024 * 1024;

export const defaultLimits: OpenLimits = {
  fileBytes: 50 * mebibyte,
  unpackedBytes: 400 * mebibyte,
  partBytes: 64 * mebibyte,
  ratio: 300,
  parts: 5000,
  depth: 256,
};

/** Below this unpacked size a part's ratio is not looked at. */
export const ratioFreeBytes = mebibyte;
