import { z } from 'zod';
import { EnvelopeHeader, EnvelopePart } from '../values/envelope.ts';

/** Gói tin edXML in which a document came over the national document axis; of the files only the first was read and kept. */
export const ReceivedEnvelope = z.object({
  fileName: z.string(),
  header: EnvelopeHeader,
  parts: z.array(EnvelopePart),
  receivedAt: z.iso.datetime(),
});
export type ReceivedEnvelope = z.infer<typeof ReceivedEnvelope>;
