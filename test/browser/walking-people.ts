import { createHash } from 'node:crypto';
import type { Page } from '@playwright/test';
import type { Role } from '../../src/registry/post.ts';
import { base32 } from '../../src/services/accounts/one-time-code.ts';
import { Authenticator } from '../accounts/authenticator.ts';

/** One person of every role, each with a second factor: who they are, and how they come in. */

export type WalkingPerson = { name: string; email: string; post: { role: Role; agencyId: string } | null };

const person = (name: string, email: string, role: Role, agencyId: string): WalkingPerson => ({
  name,
  email: `${email}@thu.vn`,
  post: { role, agencyId },
});

const committee = 'ubnd.vinh-long-2025';

export const people = {
  coordinator: person('Nguyễn Điều Phối', 'dieu-phoi', 'coordinator', committee),
  leader: person('Trần Lãnh Đạo', 'lanh-dao', 'leader', committee),
  administrator: person('Lê Quản Trị', 'quan-tri', 'administrator', committee),
  head: person('Phạm Giám Đốc', 'giam-doc', 'head', 'so-tai-chinh.vinh-long-2025'),
  officer: person('Đặng Chuyên Viên', 'chuyen-vien', 'officer', 'so-tai-chinh.vinh-long-2025'),
  supervisor: person('Võ Giám Sát', 'giam-sat', 'supervisor', 'mat-tran.vinh-long-2025'),
  newcomer: { name: 'Ngô Mới Đến', email: 'moi-den@thu.vn', post: null },
} satisfies Record<string, WalkingPerson>;

export const password = 'mat-khau-thu-2026';

/** What each one's authenticator was shown. */
export const factorOf = ({ email }: WalkingPerson): Buffer => createHash('sha1').update(email).digest();

const authenticators = new Map<string, Authenticator>();

function codeFor(one: WalkingPerson): string {
  const own = authenticators.get(one.email) ?? new Authenticator(base32(factorOf(one)));
  authenticators.set(one.email, own);
  return own.code();
}

export async function signInAs(page: Page, url: string, one: WalkingPerson): Promise<void> {
  await page.goto(url);
  await fillSignIn(page, one);
  await page.getByRole('navigation', { name: 'Điều hướng chính' }).waitFor();
}

/** Password, then the code. */
export async function fillSignIn(page: Page, one: WalkingPerson): Promise<void> {
  await page.getByLabel('Thư điện tử').fill(one.email);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page.getByLabel('Mã xác thực').fill(codeFor(one));
  await page.getByRole('button', { name: 'Xác nhận' }).click();
}
