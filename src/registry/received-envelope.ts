import { z } from 'zod';
import { EnvelopeHeader, EnvelopePart, type EnvelopeStatus } from '../values/envelope.ts';
import type { Language } from '../values/format.ts';
import type { DocumentState } from './document-state.ts';

/** Gói tin edXML in which a document came over the national document axis; of the files only the first, the document, was read. */
export const ReceivedEnvelope = z.object({
  /** SHA-256 of its bytes. */
  id: z.string(),
  fileName: z.string(),
  header: EnvelopeHeader,
  /** `kept`: it can be had here. What could not be opened, so that nobody saw whether it is a secret, is named alone. */
  parts: z.array(EnvelopePart.extend({ kept: z.boolean() })),
  receivedAt: z.iso.datetime(),
});
export type ReceivedEnvelope = z.infer<typeof ReceivedEnvelope>;

/** As the axis calls them (QCVN 102:2016/BTTTT). */
export const envelopeStatusWords: Record<Language, Record<EnvelopeStatus, string>> = {
  vi: {
    '01': 'Đã đến',
    '02': 'Từ chối tiếp nhận',
    '03': 'Đã tiếp nhận',
    '04': 'Phân công',
    '05': 'Đang xử lý',
    '06': 'Hoàn thành',
    '15': 'Đồng ý lấy lại',
    '16': 'Từ chối lấy lại',
  },
  en: {
    '01': 'Arrived',
    '02': 'Refused',
    '03': 'Received',
    '04': 'Given to somebody',
    '05': 'Being worked on',
    '06': 'Done',
    '15': 'May be called back',
    '16': 'May not be called back',
  },
};

/** What a sender is likely to be told of a document that is so far; whoever answers chooses. */
export const likelyStatus: Record<DocumentState, EnvelopeStatus> = {
  read: '03',
  inReview: '04',
  issued: '05',
  superseded: '06',
  withdrawn: '06',
};
