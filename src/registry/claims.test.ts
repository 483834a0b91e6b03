import { describe, expect, it } from 'vitest';
import { readClaims, SsoProvider } from './claims.ts';

const provider = SsoProvider.parse({
  id: 'tinh',
  name: 'Cổng tỉnh',
  issuer: 'https://id.tinh.gov.vn',
  clientId: 'tien-do',
  clientSecret: 'x',
  claims: { agency: 'don_vi', role: 'vai_tro' },
  agencies: { STC: 'so-tai-chinh', SNN: 'so-nong-nghiep' },
  roles: { 'chuyen-vien': 'officer', 'giam-doc': 'head' },
});

describe('claims of a provider', () => {
  it('become posts by its own words for agencies and roles', () => {
    const claims = {
      email: 'a@tinh.vn',
      email_verified: true,
      name: 'An',
      don_vi: 'STC',
      vai_tro: ['giam-doc', 'chuyen-vien'],
    };
    expect(readClaims(provider, claims)).toEqual({
      email: 'a@tinh.vn',
      name: 'An',
      emailVerified: true,
      posts: [
        { role: 'head', agencyId: 'so-tai-chinh' },
        { role: 'officer', agencyId: 'so-tai-chinh' },
      ],
      unknown: [],
    });
  });

  it('that mean nothing here give no post, and are named', () => {
    const claims = { don_vi: ['SXD', 'constructor'], vai_tro: 'giam-doc' };
    expect(readClaims(provider, claims)).toMatchObject({
      posts: [],
      unknown: ['SXD', 'constructor'],
      emailVerified: false,
    });
    expect(readClaims(provider, { don_vi: 'STC', vai_tro: 'vua' })).toMatchObject({ posts: [], unknown: ['vua'] });
    expect(readClaims({ ...provider, usualRole: 'officer' }, { don_vi: 'STC' }).posts).toEqual([
      { role: 'officer', agencyId: 'so-tai-chinh' },
    ]);
  });

  it('of other kinds than words are not believed', () => {
    expect(readClaims(provider, { email: 5, email_verified: 'true', don_vi: { STC: 1 } })).toMatchObject({
      email: null,
      emailVerified: false,
      posts: [],
    });
  });

  it('come from an issuer over https, or on this very machine', () => {
    const at = (issuer: string) => SsoProvider.safeParse({ ...provider, issuer }).success;
    expect(['https://id.vn', 'http://id.vn', 'http://127.0.0.1:9'].map(at)).toEqual([true, false, true]);
  });
});
