import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MailBox, startMailServer } from '../../test/mail-server.ts';
import { greetMailServer } from './mail.ts';

describe('greeting the mail server', () => {
  let box: MailBox;
  beforeAll(async () => {
    box = await startMailServer();
  });
  afterAll(() => box.close());

  it('says that it answers, and sends nothing', async () => {
    expect(await greetMailServer(box.url)).toBeNull();
    expect(box.received).toEqual([]);
  });

  it('says why where nobody answers', async () => {
    expect(await greetMailServer('smtp://127.0.0.1:1')).toContain('ECONNREFUSED');
  });
});
