import type { Note } from '../../values/note.ts';

/** A note of which only what matters is given. */
export const note = (code: Note['code'], rest: Partial<Omit<Note, 'code'>> = {}): Note => ({
  code,
  span: null,
  findingId: null,
  detail: null,
  suggestion: null,
  reasons: [],
  ...rest,
});
