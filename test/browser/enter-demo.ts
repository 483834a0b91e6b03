import { type APIRequestContext, expect } from '@playwright/test';
import type { Verb } from '../../src/registry/may.ts';

type Session = { may: Verb[]; demoAccounts: { email: string; password: string }[] };

/** Signs somebody of the demo province in without the form, and gives what they may. */
export async function enterDemo(request: APIRequestContext, url: string, name: string): Promise<Session> {
  const session = async (): Promise<Session> => (await request.get(`${url}/api/session`)).json();
  const account = (await session()).demoAccounts.find(({ email }) => email.startsWith(`${name}@`));
  const data = { email: account?.email, password: account?.password };
  const answer = await request.post(`${url}/api/session`, { data, headers: { origin: url } });
  expect(answer.ok()).toBe(true);
  return session();
}
