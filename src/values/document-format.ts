import { z } from 'zod';

/** What an official document is handed out as: to go on editing, or to sign and send. */
export const DocumentFormat = z.enum(['docx', 'pdf']);
export type DocumentFormat = z.infer<typeof DocumentFormat>;
