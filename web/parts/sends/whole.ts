import { CallError, errorOfAnswer } from '../../../src/api/client.ts';
import type { Door } from './kept-sends.ts';

/** A file in one request. fetch cannot tell how much has been sent; XMLHttpRequest can. */
export const sendWhole = (
  { address, order }: Door,
  file: File,
  onSent: (bytes: number) => void,
  signal: AbortSignal,
): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const body = new FormData();
    if (order !== undefined) body.set('order', JSON.stringify(order));
    body.set('file', file);
    request.upload.onprogress = ({ loaded, total }) => onSent(total > 0 ? (loaded / total) * file.size : 0);
    request.onload = () => {
      const answer = answerOf(request.responseText);
      if (request.status < 300) resolve(answer);
      else reject(errorOfAnswer(answer));
    };
    request.onerror = () => reject(new CallError('unreachable'));
    request.onabort = () => reject(new CallError('unreachable'));
    signal.addEventListener('abort', () => request.abort());
    request.open('POST', address);
    request.send(body);
  });

function answerOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
