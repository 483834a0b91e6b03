import { config } from 'zod';

/** The server's content policy forbids code made from text, which zod would try. Imported before any schema is made. */
config({ jitless: true });
