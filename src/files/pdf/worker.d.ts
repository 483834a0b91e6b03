/** The part of pdf.js that parses files; it has no types of its own and is only handed on to pdf.js. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: object;
}
