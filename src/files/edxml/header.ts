import type { EnvelopeHeader, EnvelopeParty } from '../../values/envelope.ts';
import { type PlainDate, plainDate } from '../../values/plain-date.ts';
import { nfc, squeeze } from '../../values/vietnamese.ts';
import type { XmlElement } from '../containers/xml.ts';
import { all, first, wordsOf } from './parts.ts';

/** NĐ 30/2020/NĐ-CP, Phụ lục VI: a subject has 500 letters at most, an organisation's name 200. */
const longest = 1000;
const mostReceivers = 500;

const said = (element: XmlElement | undefined, name: string): string | null => {
  const words = wordsOf(element, name);
  return words === null ? null : squeeze(nfc(words)).slice(0, longest);
};

const partyOf = (element: XmlElement | undefined): EnvelopeParty => ({
  id: said(element, 'OrganId') ?? '',
  name: said(element, 'OrganName') ?? '',
});

export function headerOf(message: XmlElement): EnvelopeHeader {
  const [code, promulgation, signer] = ['Code', 'PromulgationInfo', 'SignerInfo'].map((name) => first(message, name));
  const signerName = said(signer, 'FullName') ?? said(signer, 'Signer');
  const type = first(message, 'DocumentType');
  return {
    documentId: said(message, 'DocumentId'),
    from: partyOf(first(message, 'From')),
    to: all(message, 'To').slice(0, mostReceivers).map(partyOf),
    number: numberIn(said(code, 'CodeNumber'), said(code, 'CodeNotation')),
    place: said(promulgation, 'Place'),
    issuedOn: dayIn(said(promulgation, 'PromulgationDate')),
    // The flat form of before has the name itself here.
    typeName: said(type, 'TypeName') ?? said(message, 'DocumentType'),
    subject: said(message, 'Subject'),
    signer: signerName === null ? null : { name: signerName, position: said(signer, 'Position') ?? '' },
    dueOn: dayIn(said(message, 'DueDate')),
  };
}

/** The standard parts "123" and "UBND-TH"; some write the whole into the second. A Party body's has a dash: "123-KH/TU". */
function numberIn(number: string | null, notation: string | null): string | null {
  if (number === null || notation === null) return notation ?? number;
  if (notation.startsWith(number) && /^[/-]/.test(notation.slice(number.length))) return notation;
  return `${number}${notation.includes('/') ? '-' : '/'}${notation}`;
}

/** "2026/11/20" by the standard; also met with dashes, with the day first, and with the time of day behind it. */
function dayIn(words: string | null): PlainDate | null {
  const found = /^(?:(\d{4})[/-](\d{1,2})[/-](\d{1,2})|(\d{1,2})[/-](\d{1,2})[/-](\d{4}))(?!\d)/.exec(words ?? '');
  if (!found) return null;
  const [year, month, day] = found[1] ? found.slice(1, 4) : [found[6], found[5], found[4]];
  return plainDate(Number(year), Number(month), Number(day)) ?? null;
}
