import { FormCheck } from '../values/form-check.ts';
import { endpoint } from './endpoint.ts';

export const checkDocumentForm = endpoint({
  method: 'POST',
  path: '/api/form-check',
  access: 'signedIn',
  costly: true,
  takes: 'file',
  summary: 'Where a .docx departs from the form of official documents (multipart, field "file"); nothing of it is kept',
  response: FormCheck,
});
