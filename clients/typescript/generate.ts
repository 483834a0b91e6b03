import { readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { isEndpoint } from '../../src/api/endpoint.ts';

/** Writes interface.d.ts: what each operation takes and answers, made of the schemas that the server itself checks by. */

export type Schema = {
  $ref?: string;
  $defs?: Record<string, Schema>;
  id?: string;
  const?: unknown;
  enum?: unknown[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  type?: string | string[];
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: Schema | boolean;
  propertyNames?: Schema;
  items?: Schema;
  prefixItems?: Schema[];
};

type Direction = 'input' | 'output';
const sources = ['values', 'registry', 'api'];

async function modulesOf(folder: string): Promise<[file: string, parts: Record<string, unknown>][]> {
  const url = new URL(`../../src/${folder}/`, import.meta.url);
  const files = readdirSync(fileURLToPath(url)).filter((file) => /^[a-z-]+\.ts$/.test(file));
  return Promise.all(files.map(async (file) => [file, await import(new URL(file, url).href)]));
}

const upper = (text: string): string =>
  text
    .replace(/\.ts$/, '')
    .split('-')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('');

/** Schemas under the names that the code has for them; of two alike the later is called after its file, too. */
async function named(): Promise<z.core.$ZodRegistry<{ id: string }>> {
  const names = z.registry<{ id: string }>();
  const taken = new Set<string>();
  for (const folder of sources)
    for (const [file, parts] of await modulesOf(folder))
      for (const [name, value] of Object.entries(parts)) {
        if (!(value instanceof z.ZodObject || value instanceof z.ZodEnum || value instanceof z.ZodDiscriminatedUnion))
          continue;
        if (!/^[A-Z]/.test(name) || names.has(value)) continue;
        const id = taken.has(name) ? upper(file) + name : name;
        taken.add(id);
        names.add(value, { id });
      }
  return names;
}

const nameIn = (ref: string): string => ref.replace('#/$defs/', '');

/** A type of TypeScript; `nameOf` says what a named one is called here. */
function typeOf(schema: Schema, nameOf: (name: string) => string): string {
  const inner = (one: Schema): string => typeOf(one, nameOf);
  if (schema.$ref) return nameOf(nameIn(schema.$ref));
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((one) => JSON.stringify(one)).join(' | ');
  const options = schema.anyOf ?? schema.oneOf;
  if (options) return [...new Set(options.map(inner))].join(' | ');
  if (schema.allOf) return schema.allOf.map((one) => `(${inner(one)})`).join(' & ');
  if (Array.isArray(schema.type)) return schema.type.map((type) => inner({ ...schema, type })).join(' | ');
  if (schema.type === 'array')
    return schema.prefixItems ? `[${schema.prefixItems.map(inner).join(', ')}]` : `(${inner(schema.items ?? {})})[]`;
  if (schema.type === 'object') return objectOf(schema, inner);
  if (schema.type === 'integer' || schema.type === 'number') return 'number';
  return schema.type ?? 'unknown';
}

function objectOf(
  { properties, required = [], additionalProperties, propertyNames }: Schema,
  inner: (one: Schema) => string,
): string {
  if (!properties && typeof additionalProperties === 'object') {
    const keys = propertyNames?.enum ? inner({ enum: propertyNames.enum }) : 'string';
    const record = `Record<${keys}, ${inner(additionalProperties)}>`;
    return propertyNames?.enum && required.length === 0 ? `Partial<${record}>` : record;
  }
  const fields = Object.entries(properties ?? {}).map(
    ([name, one]) =>
      `${JSON.stringify(name).replace(/^"(\w+)"$/, '$1')}${required.includes(name) ? '' : '?'}: ${inner(one)}`,
  );
  return fields.length === 0 ? 'Record<string, never>' : `{ ${fields.join('; ')} }`;
}

const refsIn = (schema: Schema): string[] =>
  [...JSON.stringify(schema).matchAll(/#\/\$defs\/(\w+)/g)].map(([, name]) => name ?? '');

/** Named types that are something else for whoever sends them: what has a default may be left out. */
function differing(defs: Record<Direction, Map<string, Schema>>): Set<string> {
  const differ = new Set<string>();
  for (const [name, schema] of defs.input)
    if (JSON.stringify(schema) !== JSON.stringify(defs.output.get(name) ?? schema)) differ.add(name);
  for (let before = -1; before !== differ.size; ) {
    before = differ.size;
    for (const [name, schema] of defs.input) if (refsIn(schema).some((one) => differ.has(one))) differ.add(name);
  }
  return differ;
}

/** In a form, or sent before in parts. */
const sentFile = 'FormData | { upload: string; order?: unknown }';

export async function interfaceText(): Promise<string> {
  const metadata = await named();
  const defs: Record<Direction, Map<string, Schema>> = { input: new Map(), output: new Map() };
  const partOf = (schema: z.ZodType, io: Direction): Schema => {
    const { $defs = {}, ...root } = z.toJSONSchema(schema, { io, metadata, unrepresentable: 'any' }) as Schema;
    for (const [name, one] of Object.entries($defs)) defs[io].set(name, { ...one, id: '' });
    const own = metadata.get(schema)?.id;
    if (own === undefined) return root;
    // One that names itself stands among the others already.
    if (!root.$ref) defs[io].set(own, { ...root, id: '' });
    return { $ref: `#/$defs/${own}` };
  };
  const endpoints = (await modulesOf('api')).flatMap(([, parts]) => Object.values(parts).filter(isEndpoint));
  const operations = endpoints
    .toSorted((one, other) => (one.path + one.method < other.path + other.method ? -1 : 1))
    .map((one) => ({
      one,
      params: one.params && partOf(one.params, 'input'),
      query: one.query && partOf(one.query, 'input'),
      body: one.body && partOf(one.body, 'input'),
      answer: one.response && partOf(one.response, 'output'),
    }));
  const differ = differing(defs);
  const inputName = (name: string): string => (differ.has(name) ? `${name}Input` : name);
  const sent = (schema: Schema): string => typeOf(schema, inputName);
  const told = (schema: Schema): string => typeOf(schema, (name) => name);
  const lines = operations.map(({ one, params, query, body, answer }) =>
    [
      `  /** ${one.summary.replaceAll('*/', '')} (${one.access}) */`,
      `  '${one.method} ${one.path}': {`,
      ...(params ? [`    params: ${sent(params)};`] : []),
      ...(query ? [`    query${query.required?.length ? '' : '?'}: ${sent(query)};`] : []),
      ...(body ? [`    body: ${sent(body)};`] : one.takes === 'file' ? [`    body: ${sentFile};`] : []),
      `    answer: ${answer ? told(answer) : 'Response'};`,
      '  };',
    ].join('\n'),
  );
  const outputs = new Map([...defs.input].filter(([name]) => !differ.has(name)).concat([...defs.output]));
  const types = [
    ...[...outputs].map(([name, schema]) => `export type ${name} = ${told(schema)};`),
    ...[...differ].map((name) => `export type ${name}Input = ${sent(defs.input.get(name) ?? {})};`),
  ];
  return [
    '// Made by generate.ts of the interface itself: not to be changed by hand.',
    ...types.toSorted(),
    '/** By method and address. An answer that is a file comes as the whole Response. */',
    'export interface Operations {',
    ...lines,
    '}',
    '',
  ].join('\n');
}

export const interfaceFile = fileURLToPath(new URL('interface.d.ts', import.meta.url));

if (import.meta.main) writeFileSync(interfaceFile, await interfaceText());
