import { z } from 'zod';

/** What an official document is written as: to go on editing, or to sign. */
export const WrittenFormat = z.enum(['docx', 'pdf']);
export type WrittenFormat = z.infer<typeof WrittenFormat>;

/** What it is handed out as: also in its envelope, to be sent over the national document axis. */
export const DocumentFormat = z.enum([...WrittenFormat.options, 'edxml']);
export type DocumentFormat = z.infer<typeof DocumentFormat>;
