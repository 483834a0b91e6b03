import { sql } from 'kysely';
import type { Db } from '../src/store/database.ts';
import { aTarget, aTask, storeDocument, storeUser } from '../test/readings.ts';

/** How much a province of many years holds. */
export const documents = 100;
export const each = 200;

const things = [
  'hộ nghèo',
  'dân số đô thị',
  'lao động qua đào tạo',
  'che phủ rừng',
  'tăng trưởng GRDP',
  'thu ngân sách',
  'xã đạt chuẩn nông thôn mới',
];
const bodies = [
  'Sở Tài chính',
  'Sở Y tế',
  'Sở Nông nghiệp và Môi trường',
  'UBND tỉnh',
  'Ủy ban nhân dân các xã, phường',
  'Công an tỉnh',
  'Sở Xây dựng',
];

const pick = <T>(from: readonly T[], at: number): T => from[at % from.length] as T;

/** Documents with targets and tasks of varied names, bodies, groups and years. */
export async function fill(db: Db): Promise<void> {
  const user = await storeUser(db);
  for (let d = 0; d < documents; d++) {
    const year = 2020 + (d % 7);
    await storeDocument(db, user, {
      header: { number: `${d}/NQ-HĐND`, issuedOn: `${year - 1}-12-${String((d % 28) + 1).padStart(2, '0')}` },
      text: `Tỷ lệ ${pick(things, d)} của địa phương thứ ${d} đạt kế hoạch`.padEnd(400, ' và các nội dung liên quan'),
      targets: Array.from({ length: each }, (_, i) =>
        aTarget({
          name: `Tỷ lệ ${pick(things, i * 3 + d)} khu vực ${i}`,
          value: (i * 37) % 1000,
          year,
          group: `Nhóm ${i % 20}`,
          span: { start: 0, end: 150 + ((i * 7) % 200) },
          agencies: [pick(bodies, i), pick(bodies, i * 5 + d)],
        }),
      ),
      tasks: Array.from({ length: each }, (_, i) =>
        aTask({
          span: { start: i % 20, end: 200 + ((i * 11) % 180) },
          lead: [pick(bodies, i)],
          coord: [pick(bodies, i + 1), pick(bodies, i + 3)],
          time: { kind: 'by', to: `${year}-0${(i % 9) + 1}-28` },
        }),
      ),
    });
  }
  await sql`analyze`.execute(db);
}
