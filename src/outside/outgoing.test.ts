import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AddressForbidden, allowedAddresses, kindOfAddress } from './addresses.ts';
import { askOutside, fetchOutside } from './outgoing.ts';

const question = { method: 'POST', headers: {}, body: '{}' };
const limits = { innerHosts: [], timeoutMs: 5000 };

describe('an address', () => {
  it.each([
    ...['127.0.0.1', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1', '100.64.0.1', '198.18.0.1'],
    ...['::1', 'fd00::1', 'fec0::1', '64:ff9b:1::1', '::ffff:127.0.0.1', '::ffff:7f00:1', '::ffff:0:10.0.0.1'],
    ...['::127.0.0.1', '64:ff9b::192.168.0.1', '2002:0a00:0001::1'],
  ])('%s is one of this machine or its networks', (address) => {
    expect(kindOfAddress(address)).toBe('inner');
  });

  it.each([
    ...['0.0.0.0', '169.254.169.254', '224.0.0.1', '255.255.255.255', '::', 'fe80::1', 'fe80::1%eth0', 'ff02::1'],
    ...['::ffff:169.254.169.254', '::ffff:a9fe:a9fe', '2002:a9fe:a9fe::', '64:ff9b::a9fe:a9fe', '2001::1', 'dead::1'],
    ...['', 'localhost', '1.2.3'],
  ])('%s is nobody’s, whoever names it', (address) => {
    expect(kindOfAddress(address)).toBe('nowhere');
  });

  it.each([
    ...[
      '8.8.8.8',
      '172.32.0.1',
      '203.162.4.190',
      '2001:ee0::1',
      '::ffff:8.8.8.8',
      '64:ff9b::808:808',
      '2002:808:808::',
    ],
  ])('%s is one of the world', (address) => {
    expect(kindOfAddress(address)).toBe('outer');
  });
});

describe('asking an address that somebody wrote down', () => {
  let server: Server;
  let port: number;
  const asked: string[] = [];
  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push(request.url ?? '');
      if (request.url === '/weiter') response.writeHead(302, { location: 'http://169.254.169.254/' }).end();
      if (request.url === '/lang') response.end('x'.repeat(1_000_001));
      if (request.url === '/leer') response.writeHead(204).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    port = (server.address() as AddressInfo).port;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  it.each([
    ...['http://127.0.0.1/', 'http://localhost/', 'http://[::1]/', 'http://2130706433/', 'http://0x7f.1/'],
    ...['http://0177.0.0.1/', 'http://127.1/', 'http://[::ffff:127.0.0.1]/', 'http://[::ffff:7f00:1]/'],
    ...[
      'http://１２７.0.0.1/',
      'http://169.254.169.254/latest/meta-data/',
      'http://[fd00:ec2::254]/',
      'file:///etc/passwd',
    ],
  ])('is refused for %s, however it is written', async (address) => {
    await expect(askOutside(new URL(address), question, limits)).rejects.toBeInstanceOf(AddressForbidden);
  });

  it('is allowed for the inner hosts that the operator names, by their port where one is said', async () => {
    const of = (address: string, ...innerHosts: string[]) => allowedAddresses(new URL(address), innerHosts);
    await expect(of('http://127.0.0.1:81/', 'nhan.tinh.local', '127.0.0.1')).resolves.toHaveLength(1);
    await expect(of('http://2130706433:81/', '127.0.0.1:81')).resolves.toHaveLength(1);
    await expect(of('https://127.0.0.1/', '127.0.0.1:443')).resolves.toHaveLength(1);
    await expect(of('http://[::1]:81/', '[::1]:81')).resolves.toHaveLength(1);
    await expect(of('http://127.0.0.1:82/', '127.0.0.1:81')).rejects.toBeInstanceOf(AddressForbidden);
    await expect(of('http://127.0.0.2/', '127.0.0.1')).rejects.toBeInstanceOf(AddressForbidden);
    await expect(of('http://169.254.169.254/', '169.254.169.254')).rejects.toBeInstanceOf(AddressForbidden);
  });

  it('does not follow where it is sent on, and gives up on whoever does not answer or does not end', async () => {
    const named = { innerHosts: [`127.0.0.1:${port}`], timeoutMs: 60_000 };
    const impatient = { ...named, timeoutMs: 100 };
    const base = `http://127.0.0.1:${port}`;
    expect((await askOutside(new URL(`${base}/weiter`), question, named)).statusCode).toBe(302);
    await expect(askOutside(new URL(`${base}/stumm`), question, impatient)).rejects.toMatchObject({
      name: 'AbortError',
    });
    await expect(fetchOutside(`${base}/lang`, question, named)).rejects.toThrow('more than');
    expect((await fetchOutside(`${base}/leer`, question, named)).status).toBe(204);
    // The silent one may have been given up on before it was asked.
    expect(asked.filter((path) => path !== '/stumm')).toEqual(['/weiter', '/lang', '/leer']);
  });
});
