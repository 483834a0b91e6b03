import type { User } from '../registry/may.ts';
import type { Post } from '../registry/post.ts';
import { findAgency } from '../store/agencies.ts';
import { addPost, hasPosts } from '../store/posts.ts';
import { findUserByEmail } from '../store/users.ts';
import type { App } from './app.ts';
import { createUser } from './sign-in.ts';

type DemoPerson = Post & { email: string; name: string; password: string };

/** Shown to everybody who opens a demo installation, so their passwords need not be hard to guess. */
const person = (name: string, email: string, role: Post['role'], agency: string): DemoPerson => ({
  name,
  email: `${email}@demo.tiendo.vn`,
  password: `${email}-demo`,
  role,
  agencyId: agency,
});

/** Who coordinates: the demo's documents come in under this name. */
export const demoCoordinator: DemoPerson = {
  ...person('Nguyễn Thị Kế Hoạch', 'can-bo', 'coordinator', 'ubnd.binh-chau'),
  password: 'ke-hoach-demo',
};

/** One of every role; two departments and a commune, so that they can be seen not to see each other's drafts. */
export const demoPeople: readonly DemoPerson[] = [
  demoCoordinator,
  person('Trần Văn Lãnh Đạo', 'lanh-dao', 'leader', 'ubnd.binh-chau'),
  person('Lê Thị Đơn Vị', 'don-vi', 'officer', 'so-nong-nghiep-moi-truong.binh-chau'),
  person('Phạm Quốc Hùng', 'thu-truong', 'head', 'so-nong-nghiep-moi-truong.binh-chau'),
  person('Đặng Thu Hà', 'chuyen-vien-tc', 'officer', 'so-tai-chinh.binh-chau'),
  person('Bùi Văn Thành', 'giam-doc-tc', 'head', 'so-tai-chinh.binh-chau'),
  person('Huỳnh Ngọc Mai', 'chuyen-vien-phuong', 'officer', 'ubnd-xa.97001'),
  person('Ngô Thanh Sơn', 'chu-tich-phuong', 'head', 'ubnd-xa.97001'),
  person('Võ Hồng Hạnh', 'giam-sat', 'supervisor', 'mat-tran.binh-chau'),
  person('Hoàng Minh Đức', 'quan-tri', 'administrator', 'ubnd.binh-chau'),
];

const since = '2025-07-01';

async function settleUser({ db }: App, { name, email, password }: DemoPerson): Promise<User> {
  return (await findUserByEmail(db, email)) ?? (await createUser(db, { name, email, password }));
}

/** Makes whoever is not there yet. Whoever has held a post keeps what an administrator has made of it since. */
export async function settleDemoPeople(app: App): Promise<void> {
  // Side by side: a password's hash takes long on purpose.
  const users = await Promise.all(demoPeople.map((one) => settleUser(app, one)));
  for (const [at, one] of demoPeople.entries()) {
    const userId = users[at]?.id;
    if (userId === undefined) continue;
    if ((await hasPosts(app.db, userId)) || !(await findAgency(app.db, one.agencyId))) continue;
    await addPost(app.db, { userId, role: one.role, agencyId: one.agencyId, validFrom: since, givenBy: null });
  }
}
