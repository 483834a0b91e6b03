import { expect, test } from 'vitest';
import { TypedWords } from './typed-words.ts';

const fieldWith = (value: string) => ({ value, isConnected: true });

test('what was typed would be lost; what was typed and taken back would not', () => {
  const words = new TypedWords();
  const field = fieldWith('12');
  expect(words.areThere()).toBe(false);
  words.begin(field);
  field.value = '123';
  words.begin(field);
  expect(words.areThere()).toBe(true);
  field.value = '12';
  expect(words.areThere()).toBe(false);
});

test('a field that is gone holds nothing any more', () => {
  const words = new TypedWords();
  const field = fieldWith('');
  words.begin(field);
  field.value = 'một lý do';
  field.isConnected = false;
  expect(words.areThere()).toBe(false);
});
