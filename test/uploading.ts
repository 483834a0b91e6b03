import { partType } from '../src/api/uploads.ts';
import type { UploadRecord } from '../src/registry/upload.ts';
import type { Client as Signed } from './running-server.ts';

type Client = Pick<Signed, 'fetch'>;

/** A file sent in parts, as any program that speaks tus sends it. */

const tus = { 'tus-resumable': '1.0.0' };

export function begin(client: Client, name: string, size: number): Promise<Response> {
  const headers = {
    ...tus,
    'upload-length': String(size),
    'upload-metadata': `filename ${Buffer.from(name).toString('base64')},filetype YQ==`,
  };
  return client.fetch('/api/uploads', { method: 'POST', headers });
}

export async function begun(client: Client, name: string, size: number): Promise<UploadRecord> {
  const answer = await begin(client, name, size);
  if (answer.status !== 201) throw new Error(`${answer.status} ${await answer.text()}`);
  return (await answer.json()) as UploadRecord;
}

export function part(client: Client, id: string, at: number, bytes: Uint8Array): Promise<Response> {
  const headers = { ...tus, 'content-type': partType, 'upload-offset': String(at) };
  return client.fetch(`/api/uploads/${id}`, { method: 'PATCH', headers, body: Uint8Array.from(bytes) });
}

/** How much is there, as tus asks; undefined where there is none. */
export async function received(client: Client, id: string): Promise<number | undefined> {
  const answer = await client.fetch(`/api/uploads/${id}`, { method: 'HEAD', headers: tus });
  const offset = answer.headers.get('upload-offset');
  return offset === null ? undefined : Number(offset);
}

/** Whole, in parts of so many bytes. */
export async function uploaded(client: Client, name: string, content: Uint8Array, size = 1_000_000): Promise<string> {
  const { id } = await begun(client, name, content.byteLength);
  for (let at = 0; at < content.byteLength; at += size) {
    const answer = await part(client, id, at, content.subarray(at, at + size));
    if (answer.status !== 204) throw new Error(`${answer.status} ${await answer.text()}`);
  }
  return id;
}
