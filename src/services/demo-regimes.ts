import type { OutlineSection } from '../registry/outline.ts';
import type { RegimeFields } from '../registry/regime.ts';
import { periodAt } from '../registry/round-periods.ts';
import { agenciesByIds } from '../store/agencies.ts';
import { findRegime, hasRegimes, insertRegime } from '../store/regimes.ts';
import type { PeriodKind } from '../values/period.ts';
import type { App } from './app.ts';
import { today } from './clock.ts';
import { demoCoordinator } from './demo-people.ts';
import { makeRound } from './open-round.ts';

const province = 'binh-chau';
const since = '2025-07-01';

/** A heading of the report, and the profiles of those who write under it. */
type Part = [level: number, key: string, title: string, profiles: readonly string[] | 'all', guide?: string];

const parts: readonly Part[] = [
  [1, 'ket-qua', 'Kết quả thực hiện trong kỳ', []],
  [2, 'kinh-te', 'Kinh tế', []],
  [3, 'thu-chi-dau-tu', 'Thu, chi ngân sách và đầu tư công', ['so-tai-chinh', 'thue']],
  [3, 'cong-thuong', 'Công nghiệp, thương mại', ['so-cong-thuong', 'ban-quan-ly-khu-kinh-te']],
  [3, 'nong-nghiep', 'Nông nghiệp, thủy sản và nông thôn mới', ['so-nong-nghiep-moi-truong']],
  [3, 'xay-dung', 'Xây dựng, giao thông', ['so-xay-dung']],
  [2, 'van-hoa-xa-hoi', 'Văn hóa - xã hội', []],
  [3, 'giao-duc', 'Giáo dục và đào tạo', ['so-giao-duc-dao-tao']],
  [3, 'y-te', 'Y tế, bảo hiểm y tế', ['so-y-te', 'bao-hiem-xa-hoi']],
  [3, 'van-hoa', 'Văn hóa, thể thao, du lịch', ['so-van-hoa-the-thao-du-lich']],
  [3, 'viec-lam', 'Việc làm, người có công, giảm nghèo', ['so-noi-vu', 'so-nong-nghiep-moi-truong']],
  [2, 'moi-truong', 'Tài nguyên và môi trường', ['so-nong-nghiep-moi-truong']],
  [2, 'noi-chinh', 'Cải cách hành chính, nội vụ, thanh tra', ['so-noi-vu', 'thanh-tra', 'so-tu-phap', 'vp-ubnd']],
  [2, 'quoc-phong', 'Quốc phòng, an ninh, đối ngoại', ['quan-su', 'cong-an', 'vp-ubnd']],
  [1, 'danh-gia', 'Đánh giá chung', []],
  [
    2,
    'ket-qua-noi-bat',
    'Kết quả nổi bật',
    'all',
    'Nêu từ hai đến bốn việc, mỗi việc có số liệu hoặc sản phẩm cụ thể.',
  ],
  [2, 'han-che', 'Hạn chế và nguyên nhân', 'all', 'Mỗi hạn chế nêu rõ nguyên nhân và trách nhiệm.'],
  [1, 'nhiem-vu', 'Nhiệm vụ trọng tâm kỳ tới', 'all', 'Nêu việc, người chịu trách nhiệm và thời hạn.'],
  [1, 'kien-nghi', 'Đề xuất, kiến nghị', 'all', 'Nêu rõ cơ quan có thẩm quyền giải quyết.'],
];

const frequencies: readonly { every: PeriodKind; opensBefore: number | null }[] = [
  { every: 'month', opensBefore: 25 },
  { every: 'quarter', opensBefore: null },
  { every: 'half', opensBefore: null },
  { every: 'nineMonths', opensBefore: null },
  { every: 'year', opensBefore: null },
];

function regimeOf({ every, opensBefore }: (typeof frequencies)[number], outline: OutlineSection[]): RegimeFields {
  return {
    name: 'Báo cáo tình hình kinh tế - xã hội',
    kind: 'periodic',
    content: 'both',
    legalBasis: 'Nghị định số 09/2019/NĐ-CP ngày 24 tháng 01 năm 2019 của Chính phủ',
    ...{ every, calendar: 'administrative', receiverId: `ubnd.${province}` },
    method: 'Gửi trên hệ thống này; khi hệ thống gián đoạn thì gửi qua trục liên thông văn bản rồi cập nhật lại.',
    guide:
      'Nhập số liệu của các chỉ tiêu đơn vị theo dõi, cập nhật các nhiệm vụ được giao và viết phần nội dung của đơn vị. Số liệu tính đến hết ngày chốt.',
    closing: { kind: 'calendar' },
    deadlines: { commune: 1, province: 2 },
    asks: { targets: 'estimated', duties: true },
    ...{ outline, opensBefore, validFrom: since, validUntil: null },
    reporters: [{ groupId: 'so-ban-nganh' }, { groupId: 'ubnd-xa' }],
    lines: [],
  };
}

/** What the demo province reports, and the round of this month. Where somebody has made regimes since, nothing is added. */
export async function settleDemoRegimes({ db, clock }: App): Promise<void> {
  const day = today(clock);
  const profiles = [...new Set(parts.flatMap(([, , , some]) => (some === 'all' ? [] : some)))];
  const known = await agenciesByIds(db, [
    ...profiles.map((profile) => `${profile}.${province}`),
    demoCoordinator.agencyId,
  ]);
  if (!known.some(({ id }) => id === demoCoordinator.agencyId)) return;
  const ids = new Set(known.map(({ id }) => id));
  const outline = parts.map(([level, key, title, some, guide = '']): OutlineSection => {
    const agencies = some === 'all' ? [] : some.map((profile) => `${profile}.${province}`).filter((id) => ids.has(id));
    return { key, title, level, guide, owners: some === 'all' ? { all: true } : { agencies, groups: [] } };
  });
  await db.transaction().execute(async (trx) => {
    if (await hasRegimes(trx)) return;
    for (const frequency of frequencies) {
      const id = await insertRegime(trx, regimeOf(frequency, outline));
      const regime = frequency.every === 'month' ? await findRegime(trx, id) : undefined;
      const period = regime && periodAt(regime, day);
      if (regime && period) await makeRound(trx, regime, period, { by: null, at: clock.now() });
    }
  });
}
