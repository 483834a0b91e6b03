import type { Endpoint } from '../api/endpoint.ts';

/** How a program asks, as it can be copied: with curl, and with the client of clients/typescript. Empty where an endpoint has no example. */
export function examplesOf({ method, path, example }: Endpoint): string {
  if (!example) return '';
  return [
    '',
    '',
    '```sh',
    curlOf(method, path, example),
    '```',
    '',
    '```ts',
    ...clientOf(method, path, example),
    '```',
  ].join('\n');
}

type Example = NonNullable<Endpoint['example']>;

/** In one pair of quotes, so that the shell puts in what is after a dollar. */
function curlOf(method: string, path: string, { params = {}, query = {}, body, file }: Example): string {
  const search = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]));
  const address =
    path.replace(/:(\w+)/g, (_, name: string) => params[name] ?? '') + (search.size > 0 ? `?${search}` : '');
  return [
    'curl --fail-with-body -sS -H "Authorization: Bearer $KEY"',
    ...(body === undefined ? [] : [`-H "Content-Type: application/json" -d '${JSON.stringify(body)}'`]),
    ...(file ? ['-F "file=@$FILE"'] : []),
    ...(method === 'GET' || body !== undefined || file ? [] : [`-X ${method}`]),
    `"$TIENDO${address}"`,
  ].join(' ');
}

/** "$ID" is the reader's own `id`. */
function clientOf(method: string, path: string, { params, query, body, file }: Example): string[] {
  const own = Object.entries(params ?? {}).map(([name, value]) => `${name}: ${value.replace('$', '').toLowerCase()}`);
  const given = [
    ...(params ? [`params: { ${own.join(', ')} }`] : []),
    ...(query ? [`query: ${JSON.stringify(query)}`] : []),
    ...(body === undefined ? [] : [`body: ${JSON.stringify(body)}`]),
    ...(file ? ['body'] : []),
  ];
  const input = given.length > 0 ? `, { ${given.join(', ')} }` : '';
  return [
    ...(file
      ? ['const body = new FormData();', "body.set('file', new File([await readFile(path)], basename(path)));"]
      : []),
    `const answer = await tiendo.call('${method} ${path}'${input});`,
  ];
}
