import { useSyncExternalStore } from 'react';
import { addressOf, CallError, errorOfAnswer } from '../../../src/api/client.ts';
import { startImport } from '../../../src/api/imports.ts';

/** A file on its way to the server. Once the server has it whole, its own record of the import takes over. */
export type Upload = {
  key: string;
  fileName: string;
  fileSize: number;
  /** 0 to 1. */
  sent: number;
  error: CallError | null;
  cancel: () => void;
};

let uploads: readonly Upload[] = [];
const listeners = new Set<() => void>();

function set(next: readonly Upload[]) {
  uploads = next;
  for (const listener of listeners) listener();
}

const change = (key: string, fields: Partial<Upload>) =>
  set(uploads.map((one) => (one.key === key ? { ...one, ...fields } : one)));

export const dropUpload = (key: string) => set(uploads.filter((one) => one.key !== key));

/** Kept outside the screen: an upload goes on while the person looks elsewhere. */
export const useUploads = (): readonly Upload[] =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => uploads,
  );

/** Hears of every answer; true where the list of imports tells of the refusal too, so that one line is enough. */
type OnAnswer = (fileName: string) => Promise<boolean>;

/** fetch cannot tell how much has been sent; XMLHttpRequest can. */
function send(file: File, key: string, onAnswer: OnAnswer): XMLHttpRequest {
  const request = new XMLHttpRequest();
  const body = new FormData();
  body.append('file', file);
  request.upload.onprogress = ({ loaded, total }) => change(key, { sent: total > 0 ? loaded / total : 0 });
  request.onload = () => {
    const refused = request.status >= 300;
    const error = refused ? errorOfAnswer(answerOf(request.responseText)) : null;
    void onAnswer(file.name).then((told) => (told || !refused ? dropUpload(key) : change(key, { error })));
  };
  request.onerror = () => {
    change(key, { error: new CallError('unreachable') });
  };
  request.onabort = () => {
    dropUpload(key);
    void onAnswer(file.name);
  };
  request.open(startImport.method, addressOf(startImport, {}));
  request.send(body);
  return request;
}

function answerOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Sends files, all at once: the server queues them. A file over the limit is refused before it travels. */
export function upload(files: readonly File[], maxBytes: number, onAnswer: OnAnswer) {
  for (const file of files) {
    const key = crypto.randomUUID();
    const entry = { key, fileName: file.name, fileSize: file.size, sent: 0 };
    if (file.size > maxBytes) {
      const error = new CallError('fileTooLarge', { name: file.name, limit: maxBytes });
      set([{ ...entry, error, cancel: () => dropUpload(key) }, ...uploads]);
      continue;
    }
    set([{ ...entry, error: null, cancel: () => request.abort() }, ...uploads]);
    const request = send(file, key, onAnswer);
  }
}
