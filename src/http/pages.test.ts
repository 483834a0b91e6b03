import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../../test/engines.ts';
import { type RunningServer, runServer } from '../../test/running-server.ts';
import { buildServer } from './server.ts';

describe.each(engines.slice(0, 1))('the pages', (engine) => {
  let running: RunningServer;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tiendo-pages-'));
    await mkdir(join(folder, 'assets'));
    await writeFile(
      join(folder, 'index.html'),
      '<!doctype html><meta property="csp-nonce" nonce=""><title>Tiến Độ</title>',
    );
    await writeFile(join(folder, 'assets', 'index-1a2b3c.js'), 'console.log(1)');
    running = await runServer(engine, { pagesFolder: folder });
  });
  afterAll(async () => {
    await running.stop();
    await rm(folder, { recursive: true });
  });

  const page = (path: string, accept = 'text/html') => running.nobody.fetch(path, { headers: { accept } });

  it('are the one page of the application at every address of a screen', async () => {
    for (const path of ['/', '/targets', '/documents/abc?finding=t1']) {
      const response = await page(path);
      expect([response.status, (await response.text()).includes('Tiến Độ')]).toEqual([200, true]);
      expect(response.headers.get('cache-control')).toBe('no-cache');
    }
  });

  it('keep files whose names change with their content for ever', async () => {
    const response = await page('/assets/index-1a2b3c.js', '*/*');
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  });

  it('are not given where a file or an answer of the API is missing', async () => {
    expect((await page('/assets/old.js', '*/*')).status).toBe(404);
    expect((await page('/api/nothing')).status).toBe(404);
    expect((await page('/../package.json', '*/*')).status).toBe(404);
  });

  it('run scripts of this server only, and stand in no frame', async () => {
    const policy = (await page('/')).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
  });

  it('let elements of style through by a word that is new with each answer, and no style in anything else', async () => {
    const words = new Set<string | undefined>();
    for (const path of ['/', '/index.html', '/viec-cua-toi', '/viec-cua-toi']) {
      const answer = await page(path);
      const word = /style-src 'self' 'nonce-([^']+)'/.exec(answer.headers.get('content-security-policy') ?? '')?.[1];
      expect(await answer.text()).toContain(`nonce="${word}"`);
      words.add(word);
    }
    expect(words.size).toBe(4);
    const answer = await page('/api/session', 'application/json');
    expect(answer.headers.get('content-security-policy')).toContain("style-src 'self';");
  });

  it('ask nothing of a device and are taken for nothing else than they say; where https stands before them, for https alone', async () => {
    const heads = (await page('/')).headers;
    expect(heads.get('permissions-policy')).toContain('camera=(), ');
    expect(heads.get('x-frame-options')).toBe('DENY');
    expect(heads.get('x-content-type-options')).toBe('nosniff');
    expect(heads.get('referrer-policy')).toBe('no-referrer');
    expect(heads.get('strict-transport-security')).toBeNull();
    const behindTls = await buildServer(
      { ...running.app, publicUrl: 'https://tien-do.thu.vn' },
      { pagesFolder: folder },
    );
    const { headers } = await behindTls.inject('/cong-khai');
    expect(headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains');
    const answer = await running.nobody.fetch('/api/session');
    expect(answer.headers.get('cache-control')).toBe('private, no-cache');
    await behindTls.close();
  });
});
