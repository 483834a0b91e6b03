import type * as Docx from 'docx';
import type { OfficialDocument, Signing } from '../../values/official-document.ts';
import { recipientLines, signingLine } from '../../values/official-words.ts';
import { centred, emptyLine, type Kit, line, sideBySide } from './docx-pieces.ts';

/** Lines left for signature and seal. */
const roomToSign = 4;

/** Boxes 7 and 9b, and 12: who signs, who gets it. Kept together on one page. */
export function endOf(kit: Kit, document: OfficialDocument): (Docx.Paragraph | Docx.Table)[] {
  const { signing, beside } = document;
  const right = signedBy(kit, signing);
  const recipients = recipientsOf(kit, document);
  if (beside === undefined) return [emptyLine(kit), sideBySide(kit, recipients, right, 50)];
  return [emptyLine(kit), sideBySide(kit, signedBy(kit, beside), right, 50), ...recipients];
}

function recipientsOf(kit: Kit, document: OfficialDocument): Docx.Paragraph[] {
  const { elements, issuedBy } = kit.form;
  return [
    line(kit, 'Nơi nhận:', elements.recipientsWord),
    ...recipientLines(kit.form, document).map((text) => line(kit, text, elements.recipients)),
    ...(document.drafter && issuedBy === 'party' ? [line(kit, document.drafter, elements.drafter)] : []),
  ];
}

function signedBy(kit: Kit, { lines, name }: Signing): Docx.Paragraph[] {
  const { elements } = kit.form;
  return [
    // What gives the right to sign, and the office: the Party sets only the first in bold.
    ...lines.map((one) =>
      centred(kit, signingLine(kit.form, one), one.as === undefined ? elements.signPosition : elements.signAuthority),
    ),
    ...Array.from({ length: roomToSign }, () => emptyLine(kit)),
    ...(name === null ? [] : [centred(kit, name, elements.signer)]),
  ];
}
