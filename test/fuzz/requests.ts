import fc from 'fast-check';
import { z } from 'zod';
import type { Endpoint } from '../../src/api/endpoint.ts';

/** Requests for an endpoint: such as its schemas describe, and such as nobody should send. */

export type Asked = {
  path: string;
  method: Endpoint['method'];
  headers: Record<string, string>;
  body: string | FormData | null;
};

type Schema = {
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: Schema | boolean;
  items?: Schema;
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  exclusiveMaximum?: number;
  minItems?: number;
  maxItems?: number;
  $ref?: string;
  $defs?: Record<string, Schema>;
};

/** What has made programs stumble: accents in two forms, other scripts, halves of signs, marks of other languages. */
const odd = [
  ...[
    '',
    ' ',
    'Sở Tài chính',
    'Sở Tài chính'.normalize('NFD'),
    "' or 1=1 --",
    '%',
    '_%',
    '\\',
    '$1',
    '{}',
    '[]',
    'null',
  ],
  ...['\ud800', '\u202eabc', '\u{1f600}', '../../etc/passwd', '<script>', '0', '-1', '1e309', 'NaN', '2026-02-30', '&'],
];
const words = ['Sở Tài chính', 'thu', 'so-a', 'ubnd', 'Kế hoạch', 'một', 'a'];
const days = ['2026-03-20', '2026-12-31', '1000-01-01', '9999-12-31', '2024-02-29', '2025-01-01'];
const periods = ['2026-M03', '2026-Q1', '2026', '2026-H1', '2026-9M'];
const nobody = '00000000-0000-4000-8000-000000000000';

/** What is there, to be asked for, and what free text is made of; without it, of this and that. */
type Stock = { ids: readonly string[]; texts?: readonly string[] | undefined };

function arbitraryOf(schema: Schema, stock: Stock, defs: Record<string, Schema>, depth = 0): fc.Arbitrary<unknown> {
  const inner = (one: Schema): fc.Arbitrary<unknown> => arbitraryOf(one, stock, defs, depth + 1);
  if (schema.$ref) return inner(defs[schema.$ref.replace('#/$defs/', '')] ?? {});
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const options = schema.anyOf ?? schema.oneOf;
  if (options) return depth > 6 ? inner(options[0] ?? {}) : fc.oneof(...options.map(inner));
  if (schema.allOf) return fc.tuple(...schema.allOf.map(inner)).map((parts) => Object.assign({}, ...parts));
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  if (type === 'string') return stringOf(schema, stock);
  if (type === 'integer' || type === 'number') return numberOf(schema, type === 'integer');
  if (type === 'boolean') return fc.boolean();
  if (type === 'null') return fc.constant(null);
  if (type === 'array') {
    const minLength = schema.minItems ?? 0;
    return fc.array(inner(schema.items ?? {}), {
      minLength,
      maxLength: Math.max(minLength, Math.min(schema.maxItems ?? 3, 3)),
    });
  }
  if (type === 'object') return objectOf(schema, inner, depth);
  return fc.constantFrom<unknown>(null, 1, 'x', [], {});
}

function objectOf(schema: Schema, inner: (one: Schema) => fc.Arbitrary<unknown>, depth: number): fc.Arbitrary<unknown> {
  const shape = Object.entries(schema.properties ?? {}).map(([name, one]) => [name, inner(one)] as const);
  const required = schema.required ?? [];
  // Deep down only what must be there: rules that hold themselves would go on for ever.
  const wanted = depth > 6 ? shape.filter(([name]) => required.includes(name)) : shape;
  return fc.record(Object.fromEntries(wanted), {
    requiredKeys: required.filter((name) => wanted.some(([one]) => one === name)),
  });
}

function stringOf({ format, pattern, minLength = 0, maxLength }: Schema, { ids, texts }: Stock): fc.Arbitrary<string> {
  const uuids = ids.filter((id) => id.length === 36);
  if (format === 'uuid') return fc.constantFrom(...uuids, nobody);
  if (format === 'date-time') return fc.constantFrom('2026-03-20T08:00:00.000Z', '1970-01-01T00:00:00.000Z');
  if (format === 'uri') return fc.constantFrom('https://nhan.thu.vn/x', 'http://203.0.113.7:8080/');
  if (format === 'email') return fc.constantFrom('can-bo@thu.vn', 'ai-do@thu.vn');
  if (pattern?.includes('d{4}')) return fc.constantFrom(...days);
  if (texts && !pattern && (maxLength ?? 1000) > 40)
    return fc.constantFrom(...texts).map((text) => text.slice(0, maxLength).padEnd(minLength, 'x'));
  const most = maxLength ?? 40;
  return fc
    .oneof(
      { arbitrary: fc.constantFrom(...ids, ...words), weight: 3 },
      { arbitrary: fc.constantFrom(...periods, ...days), weight: 2 },
      { arbitrary: fc.constantFrom(...odd), weight: 1 },
      { arbitrary: fc.string({ unit: 'grapheme', minLength, maxLength: Math.min(most, 60) }), weight: 1 },
    )
    .map((text) => text.slice(0, most).padEnd(minLength, 'x'));
}

function numberOf(schema: Schema, whole: boolean): fc.Arbitrary<number> {
  const min = schema.minimum ?? (schema.exclusiveMinimum !== undefined ? schema.exclusiveMinimum + 1 : -5);
  const max = schema.maximum ?? (schema.exclusiveMaximum !== undefined ? schema.exclusiveMaximum - 1 : 2_000_000_000);
  const edges = fc.constantFrom(min, Math.min(max, Math.max(min, 1)), max);
  return fc.oneof(
    edges,
    fc.integer({ min: Math.max(Math.ceil(min), -1_000_000), max: Math.min(Math.floor(max), 1_000_000) }),
    whole ? edges : fc.double({ min: Math.max(min, -1e12), max: Math.min(max, 1e12), noNaN: true }),
  );
}

function fieldsOf(schema: z.ZodType | undefined, stock: Stock): fc.Arbitrary<unknown> {
  if (!schema) return fc.constant(undefined);
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' }) as Schema;
  return arbitraryOf(json, stock, json.$defs ?? {});
}

const records = (given: unknown): Record<string, unknown> =>
  typeof given === 'object' && given !== null ? { ...given } : {};

/** Another value of a wrong kind in the place of one that is there, or something that was never asked for. */
const spoils = fc.constantFrom<unknown>(
  null,
  -1,
  1.5,
  1e308,
  '',
  'không phải',
  [],
  {},
  [[[[]]]],
  true,
  'x'.repeat(5000),
  '\u0000',
  '\ud800',
);

/** `spoilt`: a part of it is not as described. `texts`: free text is one of these. */
export function requestsFor(
  endpoint: Endpoint,
  ids: readonly string[],
  spoilt: boolean,
  texts?: readonly string[],
): fc.Arbitrary<Asked> {
  const stock = { ids, texts };
  const { method, path, params, query, body } = endpoint;
  const spoil = fc.record({ where: fc.constantFrom('params', 'query', 'body', 'raw'), value: spoils, at: fc.nat() });
  return fc
    .tuple(fieldsOf(params, stock), fieldsOf(query, stock), fieldsOf(body, stock), spoilt ? spoil : fc.constant(null))
    .map(([paramsGiven, queryGiven, bodyGiven, how]) => {
      const [inPath, inQuery] = [records(paramsGiven), records(queryGiven)];
      if (how?.where === 'params') spoilOne(inPath, how);
      if (how?.where === 'query') spoilOne(inQuery, how);
      return {
        method,
        path: addressOf(path, inPath) + queryOf(inQuery),
        ...payloadOf(method, body !== undefined, bodyGiven, how),
      };
    });
}

type Spoil = { where: string; value: unknown; at: number };

function spoilOne(fields: Record<string, unknown>, { value, at }: Spoil): void {
  const names = Object.keys(fields);
  fields[names[at % (names.length + 1)] ?? 'la'] = value;
}

function payloadOf(
  method: string,
  takesJson: boolean,
  given: unknown,
  how: Spoil | null,
): Pick<Asked, 'headers' | 'body'> {
  if (method === 'GET') return { headers: {}, body: null };
  if (how?.where === 'raw') {
    const raw = ['{', 'null', '[]', '"x"', '{"a":'.repeat(2000), '\u0000'][how.at % 6] ?? '';
    return { headers: { 'content-type': how.at % 7 === 0 ? 'text/xml' : 'application/json' }, body: raw };
  }
  if (!takesJson) return how?.where === 'body' ? { headers: {}, body: formOf(how) } : { headers: {}, body: null };
  let sent = given;
  if (how?.where === 'body') {
    if (typeof given === 'object' && given !== null && !Array.isArray(given) && how.at % 4 !== 0)
      spoilOne(given as Record<string, unknown>, how);
    else sent = how.value;
  }
  return { headers: { 'content-type': 'application/json' }, body: JSON.stringify(sent) ?? 'null' };
}

function formOf({ value, at }: Spoil): FormData {
  const form = new FormData();
  if (at % 3 !== 0) form.set('order', JSON.stringify(value) ?? '');
  form.set(
    at % 5 === 0 ? 'la' : 'file',
    new File([String(value)], ['a.txt', 'b.docx', 'c.csv', 'd.xlsx', ''][at % 5] ?? ''),
  );
  return form;
}

/** A lone half of a sign cannot stand in an address at all. */
const inAddress = (value: unknown): string =>
  encodeURIComponent((typeof value === 'object' ? JSON.stringify(value) : String(value)).toWellFormed());

const addressOf = (path: string, params: Record<string, unknown>): string =>
  path.replace(/:(\w+)/g, (_, name: string) => inAddress(params[name] ?? '') || 'x');

function queryOf(query: Record<string, unknown>): string {
  const parts = Object.entries(query).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value])
      .filter((one) => one !== undefined)
      .map((one) => `${inAddress(name)}=${inAddress(one)}`),
  );
  return parts.length > 0 ? `?${parts.join('&')}` : '';
}
