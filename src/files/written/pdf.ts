import { Refusal } from '../../values/refusal.ts';
import { convert, findLibreOffice } from '../doc/libreoffice.ts';

/** A long report with its appendices takes LibreOffice some ten seconds on a small machine. */
const seconds = 120;

/** The same document as .pdf. @throws Refusal pdfMissing where LibreOffice is not installed, fileTakesTooLong */
export async function pdfOf(docx: Uint8Array, program = findLibreOffice()): Promise<Uint8Array> {
  if (program === undefined) throw new Refusal('pdfMissing');
  return convert({ program, bytes: docx, from: 'docx', to: 'pdf', seconds });
}
