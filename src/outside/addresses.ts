import { promises as dns, type LookupAddress } from 'node:dns';
import { BlockList, isIP } from 'node:net';

/** What this machine and its networks know and the world does not: whoever could name it could ask it questions through us. */
const inner = new BlockList();
/** No service stands there that anybody means: this network itself, what only a wire knows (clouds tell their machines secrets there), everybody. */
const nowhere = new BlockList();

for (const [network, bits] of [
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
] as const)
  inner.addSubnet(network, bits, 'ipv4');
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['169.254.0.0', 16],
  ['192.88.99.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  nowhere.addSubnet(network, bits, 'ipv4');
for (const [network, bits] of [
  ['::1', 128],
  ['64:ff9b:1::', 48],
  ['fc00::', 7],
  ['fec0::', 10],
] as const)
  inner.addSubnet(network, bits, 'ipv6');
/** The only part of IPv6 that is given out to the world. */
const outer = new BlockList();
outer.addSubnet('2000::', 3, 'ipv6');
// Teredo: leads through whoever stands in the address.
nowhere.addSubnet('2001::', 32, 'ipv6');

export type AddressKind = 'outer' | 'inner' | 'nowhere';

/** Where an address leads; IPv4 in any of IPv6's clothes is judged by what it is. */
export function kindOfAddress(address: string): AddressKind {
  const family = isIP(address);
  if (family === 4) return nowhere.check(address) ? 'nowhere' : inner.check(address) ? 'inner' : 'outer';
  // With a zone ("%eth0") it is one of the wire's own.
  if (family !== 6 || address.includes('%')) return 'nowhere';
  if (inner.check(address, 'ipv6')) return 'inner';
  const clothed = clothedIn(groupsOf(address));
  if (clothed !== undefined) return kindOfAddress(clothed);
  return outer.check(address, 'ipv6') && !nowhere.check(address, 'ipv6') ? 'outer' : 'nowhere';
}

/** Its eight groups: an URL spells every address in one way. */
function groupsOf(address: string): number[] {
  const [head = '', tail] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::');
  const read = (part: string) => (part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16)));
  const [before, after] = [read(head), tail === undefined ? [] : read(tail)];
  return [...before, ...Array<number>(8 - before.length - after.length).fill(0), ...after];
}

/** The IPv4 address that an IPv6 address stands for: mapped, compatible, translated (RFC 4291, 6052, 2765) or 6to4 (RFC 3056). */
function clothedIn(groups: number[]): string | undefined {
  const start = groups.map((group) => group.toString(16)).join(':');
  const atEnd = ['0:0:0:0:0:0:', '0:0:0:0:0:ffff:', '0:0:0:0:ffff:0:', '64:ff9b:0:0:0:0:'];
  if (atEnd.some((clothes) => start.startsWith(clothes))) return dotted(groups[6] ?? 0, groups[7] ?? 0);
  return groups[0] === 0x2002 ? dotted(groups[1] ?? 0, groups[2] ?? 0) : undefined;
}

const dotted = (high: number, low: number): string => [high >> 8, high & 255, low >> 8, low & 255].join('.');

export class AddressForbidden extends Error {}

/**
 * The addresses that a URL's name has at this moment: whoever connects to one of them, and asks for the name no second time, has gone
 * where this allowed. Of inner ones those only that the operator has named, "host" or "host:port".
 * @throws AddressForbidden
 */
export async function allowedAddresses(url: URL, innerHosts: readonly string[]): Promise<LookupAddress[]> {
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw new AddressForbidden('not http');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const found = await dns.lookup(host, { all: true });
  const kinds = found.map(({ address }) => kindOfAddress(address));
  if (kinds.includes('nowhere')) throw new AddressForbidden('an address of nobody');
  if (kinds.includes('inner') && !isNamed(url, innerHosts))
    throw new AddressForbidden(`${host} is in an inner network and not among those named by --inner-hosts`);
  return found;
}

/** An URL spells hosts in one way: small letters, 127.0.0.1 for 2130706433. */
const isNamed = (url: URL, innerHosts: readonly string[]): boolean =>
  innerHosts.some((one) => {
    const named = new URL(`${url.protocol}//${one}`);
    const anyPort = !/:\d+$/.test(one.replace(/^\[.*\]/, ''));
    return named.hostname === url.hostname && (anyPort || named.port === url.port);
  });
