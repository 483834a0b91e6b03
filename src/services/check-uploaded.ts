import type { FormCheck } from '../values/form-check.ts';
import type { App } from './app.ts';
import { today } from './clock.ts';
import type { IncomingFile } from './import-document.ts';
import { receiveBytes } from './receive-file.ts';

/** An official's own document, looked at and let go; one that bears a mark of secrecy is refused unread. */
export async function checkUploaded(app: App, file: IncomingFile): Promise<FormCheck> {
  const { maxFileBytes, secrets, clock, reader } = app;
  const { name, bytes } = await receiveBytes(app, file, maxFileBytes);
  return reader.check({ bytes, fileName: name, maxFileBytes, secrets, today: today(clock) });
}
