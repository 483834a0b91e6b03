import { layOut } from '../files/docx/laid-out.ts';
import { requireKind } from '../files/open.ts';
import { defaultLimits } from '../files/open-limits.ts';
import { checkForm, secrecyOf } from '../report/form/check.ts';
import type { FormCheck } from '../values/form-check.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { Refusal } from '../values/refusal.ts';
import type { FileToKeep } from './read-file.ts';

export type FileToCheck = FileToKeep & { today: PlainDate };

/** Where a Word file departs from the form; nothing of it is kept. @throws Refusal with a code that begins with "file" */
export function checkFile({ bytes, fileName, maxFileBytes, secrets, today }: FileToCheck): FormCheck {
  const limits = { ...defaultLimits, fileBytes: maxFileBytes };
  requireKind(bytes, fileName, 'docx', limits);
  const document = layOut(bytes, limits);
  const secrecy = secrecyOf(document);
  if (secrecy !== undefined && !secrets) throw new Refusal('fileSecret', { secrecy });
  return checkForm(document, today);
}
