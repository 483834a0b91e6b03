import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { interfaceFile, interfaceText } from '../clients/typescript/generate.ts';

it('the interface of the published client is that of the server: `npm run client` makes it anew', async () => {
  expect(readFileSync(interfaceFile, 'utf8') === (await interfaceText())).toBe(true);
});
