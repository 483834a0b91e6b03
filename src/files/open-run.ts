/** How a long opening tells how far it is, and hears that nobody wants it any more. */
export type OpenRun = {
  signal?: AbortSignal;
  /** Pages recognised so far, of those that must be. */
  onPages?: (done: number, total: number) => void;
  /** Only what is written as letters: pages that are pictures are left out. */
  writtenOnly?: boolean;
};
