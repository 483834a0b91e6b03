import { CallError, errorOfAnswer } from '../../src/api/client.ts';

/** A file that may be refused is asked for here and saved by a link that is pressed here. Without a body by GET. */
export async function saveDocument(address: string, body?: unknown): Promise<void> {
  const posted = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const response = await fetch(address, body === undefined ? {} : posted).catch(() => {
    throw new CallError('unreachable');
  });
  if (!response.ok) throw errorOfAnswer(await response.json().catch(() => undefined));
  const named = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1];
  const url = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = url;
  link.download = decodeURIComponent(named ?? 'van-ban.docx');
  link.click();
  URL.revokeObjectURL(url);
}
