import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { AddressForbidden, callWebhook, isInner } from './webhook.ts';

const call = { secret: 's', id: 'i', body: '{}', at: new Date(0) };
const limits = { allowInner: false, timeoutMs: 5000 };

describe('calling an address outside', () => {
  it.each([
    ...[
      '127.0.0.1',
      '10.1.2.3',
      '172.16.0.1',
      '172.31.255.255',
      '192.168.1.1',
      '169.254.169.254',
      '100.64.0.1',
      '0.0.0.0',
    ],
    ...['::1', '::', 'fe80::1', 'fd00::1', '::ffff:127.0.0.1', '::ffff:7f00:1', '224.0.0.1', '255.255.255.255'],
  ])('takes %s for an address of this machine or network', (address) => {
    expect(isInner(address)).toBe(true);
  });

  it.each(['8.8.8.8', '172.32.0.1', '203.162.4.190', '2001:ee0::1'])('takes %s for one outside', (address) => {
    expect(isInner(address)).toBe(false);
  });

  it.each([
    ...['http://127.0.0.1/', 'http://localhost/', 'http://[::1]/', 'http://2130706433/', 'http://0x7f.1/'],
    ...['http://[::ffff:127.0.0.1]/', 'http://169.254.169.254/latest/meta-data/', 'file:///etc/passwd'],
  ])('refuses %s, however it is written', async (address) => {
    await expect(callWebhook({ ...call, address }, limits)).rejects.toBeInstanceOf(AddressForbidden);
  });

  it('does not follow where it is sent on, and gives up on whoever does not answer', async () => {
    const server = createServer((request, response) => {
      if (request.url === '/weiter') response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const allowed = { allowInner: true, timeoutMs: 300 };
    expect(await callWebhook({ ...call, address: `${base}/weiter` }, allowed)).toEqual({ status: 302 });
    await expect(callWebhook({ ...call, address: `${base}/stumm` }, allowed)).rejects.toMatchObject({
      name: 'AbortError',
    });
    server.closeAllConnections();
    server.close();
  });
});
