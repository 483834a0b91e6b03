import { z } from 'zod';
import { HeldLadder, LadderDocument } from '../registry/urging-ladder.ts';
import { DocumentFormat } from '../values/document-format.ts';
import { endpoint } from './endpoint.ts';

const Which = z.object({
  /** The plan document whose ladder it is; without, the usual one. */
  document: z.uuid().optional(),
});

export const getLadder = endpoint({
  method: 'GET',
  path: '/api/urging-ladder',
  access: 'readRegister',
  summary: 'When who is reminded of a deadline',
  query: Which,
  response: HeldLadder,
});

export const changeLadder = endpoint({
  method: 'POST',
  path: '/api/urging-ladder',
  access: 'assignWork',
  summary: 'Change when who is reminded, from the next run on',
  query: Which,
  body: HeldLadder,
  response: HeldLadder,
});

export const removeLadder = endpoint({
  method: 'DELETE',
  path: '/api/urging-ladder',
  access: 'assignWork',
  summary: 'A document follows the usual ladder again',
  query: z.object({ document: z.uuid(), version: z.coerce.number().int() }),
  response: HeldLadder,
});

export const listLadderDocuments = endpoint({
  method: 'GET',
  path: '/api/urging-ladder/documents',
  access: 'readRegister',
  summary: 'Documents that have a ladder of their own',
  response: z.object({ documents: z.array(LadderDocument) }),
});

const Chosen = z.object({ dutyIds: z.array(z.uuid()).min(1).max(500) });

export const writeUrgingLetter = endpoint({
  method: 'POST',
  path: '/api/urging-letter',
  access: 'urge',
  costly: true,
  summary: 'The letter that urges one agency, with what it is late with as an appendix, as .docx or .pdf',
  body: Chosen.extend({ format: DocumentFormat.default('docx') }),
});

export const urgeDuties = endpoint({
  method: 'POST',
  path: '/api/duties/urge',
  access: 'urge',
  summary: 'Urge whoever has these duties, of which those that are overdue count',
  body: Chosen.extend({ words: z.string().trim().max(1000).default('') }),
  response: z.object({ urged: z.int() }),
});
