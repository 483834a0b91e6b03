/** Where the bytes of files may lie. */
export const filePlaces = ['database', 'folder', 's3'] as const;
export type FilePlaceName = (typeof filePlaces)[number];

/** A file goes in and out in parts of so many bytes, the last one in what is left: none stands in memory whole. */
export const filePartBytes = 1024 * 1024;

export const filePartCount = (size: number): number => Math.ceil(size / filePartBytes);
