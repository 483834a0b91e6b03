import type { Language } from './format.ts';
import { named } from './named-thing.ts';
import type { RefusalCode } from './refusal.ts';

type Detail = Record<string, string | number>;
type Code = Extract<
  RefusalCode,
  'uploadGone' | 'uploadElsewhere' | 'uploadUnfinished' | 'uploadsTooMany' | 'uploadProtocolUnknown'
>;

/** What stands against sending a large file in parts. */
export const uploadRefusals: Record<Language, Record<Code, (detail: Detail) => string>> = {
  vi: {
    uploadGone: () =>
      'Tệp gửi dở này không còn trên máy chủ: đã hủy, đã dùng xong hoặc quá một ngày không gửi tiếp. Hãy chọn tệp và gửi lại từ đầu.',
    uploadElsewhere: ({ received }) =>
      `Phần vừa gửi không nối tiếp phần đã nhận${received === undefined ? '' : ` (${received} byte)`}. Hãy hỏi lại máy chủ đã nhận đến đâu rồi gửi tiếp từ đó.`,
    uploadUnfinished: (detail) => `${named(detail, 'Tệp', 'Tệp')} chưa gửi xong. Hãy gửi nốt phần còn lại rồi làm lại.`,
    uploadsTooMany: ({ limit }) =>
      `Bạn đang có quá nhiều tệp gửi dở${limit === undefined ? '' : ` (tối đa ${limit} tệp)`} hoặc tổng dung lượng quá lớn. Hãy đợi các tệp ấy gửi xong, hoặc hủy bớt rồi gửi lại.`,
    uploadProtocolUnknown: ({ version }) =>
      `Máy chủ chỉ nhận gửi từng phần theo giao thức tus${version === undefined ? '' : ` bản ${version}`}. Hãy cập nhật phần mềm gửi tệp rồi gửi lại.`,
  },
  en: {
    uploadGone: () =>
      'This unfinished upload is no longer on the server: it was cancelled, used, or lay for a day without going on. Choose the file and send it again from its beginning.',
    uploadElsewhere: ({ received }) =>
      `The part that was sent does not follow what is there${received === undefined ? '' : ` (${received} bytes)`}. Ask the server how much it has and go on from there.`,
    uploadUnfinished: (detail) =>
      `${named(detail, 'The file', 'The file')} has not been sent to its end. Send the rest, then try again.`,
    uploadsTooMany: ({ limit }) =>
      `You have too many files on their way${limit === undefined ? '' : ` (${limit} at most)`}, or too large ones together. Wait until they have arrived, or cancel some, then send it again.`,
    uploadProtocolUnknown: ({ version }) =>
      `The server takes files in parts by the protocol tus${version === undefined ? '' : ` ${version}`} only. Update the program that sends the file, then send it again.`,
  },
};
