import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Endpoint, isEndpoint } from '../src/api/endpoint.ts';

const folder = new URL('../src/api/', import.meta.url);
const files = readdirSync(fileURLToPath(folder)).filter((file) => /^[a-z-]+\.ts$/.test(file));

/** Every endpoint that there is, by file. */
export const endpoints: readonly Endpoint[] = (
  await Promise.all(
    files.map(async (file) => Object.values((await import(new URL(file, folder).href)) as object).filter(isEndpoint)),
  )
).flat();
