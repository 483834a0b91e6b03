import { z } from 'zod';
import { PlainDate } from './plain-date.ts';

/** What travels on the national document axis: an edXML envelope (QCVN 102:2016/BTTTT) around a document and what is sent with it. */

/** An organisation by its identifier on the axis ("000.00.04.H61") and its name; either may be unknown, then it is "". */
export const EnvelopeParty = z.object({ id: z.string(), name: z.string() });
export type EnvelopeParty = z.infer<typeof EnvelopeParty>;

/** What the envelope says of the document in it. */
export const EnvelopeHeader = z.object({
  /** The axis's own name for the document: "000.00.00.H61,2026/11/20,123/UBND-TH". */
  documentId: z.string().nullable(),
  from: EnvelopeParty,
  to: z.array(EnvelopeParty),
  /** "123/UBND-TH" */
  number: z.string().nullable(),
  place: z.string().nullable(),
  issuedOn: PlainDate.nullable(),
  /** "Công văn" */
  typeName: z.string().nullable(),
  subject: z.string().nullable(),
  signer: z.object({ name: z.string(), position: z.string() }).nullable(),
  dueOn: PlainDate.nullable(),
});
export type EnvelopeHeader = z.infer<typeof EnvelopeHeader>;

/** A file in an envelope, as far as it is told of outside. */
export const EnvelopePart = z.object({ name: z.string(), size: z.int(), hash: z.string() });
export type EnvelopePart = z.infer<typeof EnvelopePart>;

export type EnvelopeFile = { name: string; mediaType: string; description: string; bytes: Uint8Array };

/** As it is opened or written: the first file is the document itself. */
export type Envelope = { header: EnvelopeHeader; files: readonly [EnvelopeFile, ...EnvelopeFile[]] };

/**
 * How far a document that was received is with whoever received it, in the codes of the axis. 13, 15 and 16 belong to a document that its sender
 * calls back: the sender's own word, and what is answered to it.
 */
export const envelopeStatuses = ['01', '02', '03', '04', '05', '06', '15', '16'] as const;
export const EnvelopeStatus = z.enum(envelopeStatuses);
export type EnvelopeStatus = z.infer<typeof EnvelopeStatus>;

/** Why is to be said where one of these is answered. */
export const refusingStatuses: ReadonlySet<EnvelopeStatus> = new Set(['02', '16']);

/** What is told to the sender of a document: which document is meant, by whom, how far it is. */
export type EnvelopeAnswer = {
  about: Pick<EnvelopeHeader, 'documentId' | 'from' | 'number' | 'issuedOn'>;
  from: EnvelopeParty;
  status: EnvelopeStatus;
  description: string;
  staff: string;
};

export const envelopeExtension = 'edxml';
export const envelopeMediaType = 'application/xml';

/** Why an envelope cannot be opened. */
export const envelopeFaults = ['foreign', 'noHeader', 'status', 'empty', 'incomplete', 'tooMany', 'twoMains'] as const;
export type EnvelopeFault = (typeof envelopeFaults)[number];
