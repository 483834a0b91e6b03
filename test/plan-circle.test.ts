import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openFile } from '../src/files/open.ts';
import { writeOfficialDocument } from '../src/files/written/official-document.ts';
import { readDocument } from '../src/reading/document.ts';
import { changeOf } from '../src/reading/targets/naming.ts';
import { readIndicatorSeed } from '../src/registry/indicator-seed.ts';
import type { PlanForm } from '../src/registry/plan-draft.ts';
import { planOutgoing } from '../src/report/plan-forms.ts';
import type { PlanTarget, PlanTask } from '../src/report/plan-parts.ts';
import type { TextSource } from '../src/values/block.ts';
import type { Due } from '../src/values/due.ts';
import type { Reading } from '../src/values/finding.ts';
import { dateOfNumber, dayNumber } from '../src/values/plain-date.ts';
import { squeeze } from '../src/values/vietnamese.ts';
import { edited, filled, plan as outgoing, planFacts, templateFor } from './templates.ts';

/**
 * What goes out can come in again: targets and tasks of a register, written as a decision with its appendices, or as an action plan that
 * one issues, and read by our own reader, are the same targets and tasks. Compared is every field that a plan states; a target's whole
 * (`parentId`) where that one is no variant of another, and a name without the stretch of years at its end, which stands in the column's
 * head.
 */

const root = join(import.meta.dirname, '..');
const issuer = { name: 'Ủy ban nhân dân tỉnh Bình Nguyên', parent: null, place: 'Bình Nguyên' };
const setting = {
  issuer,
  date: '2023-01-16',
  about: 'Giao chỉ tiêu, nhiệm vụ',
  bases: ['Căn cứ Luật Tổ chức chính quyền địa phương'],
  purpose: [
    'Cụ thể hóa chủ trương của tỉnh; xác định rõ nhiệm vụ của từng cơ quan, đơn vị.',
    '- Bảo đảm rõ thời gian.',
  ],
  carryingOut: ['Kinh phí thực hiện theo phân cấp ngân sách hiện hành.'],
};

type Plan = { targets: PlanTarget[]; tasks: PlanTask[] };

async function outAndIn(plan: Plan, form: PlanForm = 'assignment'): Promise<Plan> {
  const { document } = planOutgoing(form, { ...setting, ...plan });
  const source = openFile(new Uint8Array(await writeOfficialDocument(document)), 'ra.docx');
  return planOf(source, readDocument(source));
}

/** A plan's own: what its lists set, and its tasks; numbers within a task go along with its words. */
const planOf = ({ text }: TextSource, { targets, tasks }: Reading): Plan => ({
  targets: targets.filter(({ listed }) => listed),
  tasks: tasks.map((task) => ({ ...task, content: squeeze(text.slice(task.span.start, task.span.end)) })),
});

const inGroups = <T extends { group: string | null }>(all: readonly T[]): T[] =>
  [...Map.groupBy(all, ({ group }) => group).values()].flat();

function stated({ targets, tasks }: Plan) {
  const rows = inGroups(targets);
  return {
    targets: rows.map(({ name, variant, op, value, value2, of, unit, change, base, year, yearFrom, agencies }) => ({
      name: name.replace(/\s+giai đoạn\s+\d{4}\s*[-–]\s*\d{4}$/u, '').replace(/\.+$/u, ''),
      ...{ variant, op, value, value2, of, unit, change, base, year, yearFrom, agencies },
    })),
    tasks: inGroups(tasks).map(({ content, group, lead, coord, monitor, time, productRaw, fundingRaw }) => ({
      ...{ content, group, lead, coord, monitor, productRaw, fundingRaw },
      // Days counted from the day of another document are written out.
      time: time.kind === 'by' ? { kind: time.kind, to: time.to } : time,
    })),
  };
}

const indicators = readIndicatorSeed(readFileSync(join(root, 'seed/indicators.tsv'), 'utf8')).filter(
  // A target's name is what falls or grows, never the fall ("Mức giảm biên chế"): that is its `change`.
  ({ measure, unit, name }) =>
    measure !== 'condition' && unit !== null && !/^(?:mức )?(?:giảm|tăng)|\s(?:giảm|tăng)(?: thêm)?$/iu.test(name),
);

const seeded = ['agencies-province.txt', 'agencies-central.txt', 'agencies-own.txt'].flatMap((file) =>
  readFileSync(join(root, 'seed', file), 'utf8')
    .split('\n')
    .map((line) => line.split('|')[2]?.trim() ?? '')
    .filter((name) => /^(?:Sở|Ban|Công an|Bộ|Thanh tra|Văn phòng|Báo)\s/u.test(name) && !/[{(/]/u.test(name)),
);
const groups = ['Các sở, ban, ngành tỉnh', 'UBND các xã, phường', 'các cơ quan, đơn vị liên quan'];

const bodies = (min: number, max: number) =>
  fc.uniqueArray(fc.constantFrom(...seeded, ...groups), { minLength: min, maxLength: max });

const dayNumbers = fc.integer({ min: dayNumber('2023-02-01'), max: dayNumber('2030-12-31') });
const day = dayNumbers.map(dateOfNumber);
const year = fc.integer({ min: 2023, max: 2030 });

const due: fc.Arbitrary<Due> = fc.oneof(
  day.map((to): Due => ({ kind: 'by', to })),
  fc
    .tuple(year, year)
    .map(([a, b]): Due => ({ kind: 'during', from: `${Math.min(a, b)}-01-01`, to: `${Math.max(a, b)}-12-31` })),
  // A stretch of a single day is that day.
  fc
    .tuple(dayNumbers, fc.integer({ min: 1, max: 2000 }))
    .map(([from, days]): Due => ({ kind: 'during', from: dateOfNumber(from), to: dateOfNumber(from + days) })),
  fc.constant<Due>({ kind: 'ongoing' }),
  fc.constantFrom('week', 'month', 'quarter', 'half_year', 'year').map((every): Due => ({ kind: 'recurring', every })),
  fc
    .constantFrom('Sau khi quy hoạch được phê duyệt', 'Khi Trung ương ban hành hướng dẫn')
    .map((condition): Due => ({ kind: 'conditional', condition })),
  fc
    .constantFrom('Theo tiến độ của dự án', 'Theo kế hoạch của Bộ Y tế')
    .map((condition): Due => ({ kind: 'reference', condition })),
  fc.constant<Due>({ kind: 'none' }),
);

const opening = fc.constantFrom(
  'Xây dựng',
  'Rà soát, sửa đổi',
  'Triển khai',
  'Hoàn thành',
  'Tổ chức',
  'Tham mưu ban hành',
  'Nâng cấp',
);
const object = fc.constantFrom(
  'đề án phát triển nông nghiệp công nghệ cao (giai đoạn 2)',
  'quy hoạch chung đô thị; chương trình phát triển đô thị',
  'Nghị quyết số 57-NQ/TW về khoa học, công nghệ và đổi mới sáng tạo',
  'cơ sở dữ liệu về đất đai, dân cư và doanh nghiệp',
  '12 tuyến đường tỉnh và 05 cầu trên địa bàn',
  'phương án bảo vệ rừng ven biển',
);
const ending = fc.constantFrom(
  '',
  ', bảo đảm tiến độ',
  ' theo hướng dẫn của Chính phủ',
  ' tại các xã, phường ven biển',
);

const task: fc.Arbitrary<PlanTask> = fc.record({
  content: fc.tuple(opening, object, ending).map((parts) => `${parts[0]} ${parts[1]}${parts[2]}`),
  group: fc.constantFrom('Phát triển kinh tế', 'Văn hóa, xã hội và giáo dục', 'Quốc phòng, an ninh'),
  lead: bodies(1, 3),
  coord: bodies(0, 4),
  monitor: bodies(0, 1),
  time: due,
  productRaw: fc.constantFrom(
    null,
    'Quyết định của Ủy ban nhân dân tỉnh',
    'Báo cáo',
    'Nghị quyết của Hội đồng nhân dân tỉnh',
  ),
  fundingRaw: fc.constantFrom(null, 'Ngân sách tỉnh', 'Ngân sách Trung ương và vốn vay'),
});

const number = fc.oneof(
  fc.integer({ min: 1, max: 99 }),
  fc.integer({ min: 100, max: 1800 }),
  fc.integer({ min: 101, max: 9_999_999 }).map((value) => value / 100),
  fc.integer({ min: 10_000, max: 900_000 }),
);

/** What a register holds under a name that itself says which way it goes, its value goes that way, too. */
const target: fc.Arbitrary<PlanTarget> = fc
  .record({
    indicator: fc.constantFrom(...indicators),
    group: fc.constantFrom('Về kinh tế', 'Về xã hội', 'Về môi trường'),
    variant: fc.constantFrom(null, null, null, 'đô thị', 'nông thôn', 'đồng bào dân tộc Khmer'),
    op: fc.constantFrom('=', '>=', '>', '<=', '<', 'range', '~'),
    value: number,
    more: number,
    change: fc.constantFrom('level', 'level', 'increase', 'decrease'),
    year,
    yearFrom: fc.option(fc.constant(2021), { freq: 6 }),
    base: fc.option(fc.constantFrom('so với năm 2022', 'so với thực hiện năm 2022'), { freq: 4 }),
    agencies: bodies(1, 2),
  })
  .map(({ indicator: { name, unit }, value, more, change, base, ...rest }) => {
    const own = changeOf('', name.toLowerCase(), { kind: unit === '%' ? 'percent' : 'count', of: null });
    return {
      ...rest,
      ...{ id: '', parentId: null, name, unit, value, of: null },
      value2: rest.op === 'range' ? Math.round((value + more) * 100) / 100 : null,
      change: own === 'level' ? change : own,
      base: change === 'level' && own === 'level' ? null : base,
    };
  });

describe('a plan that goes out comes in again', () => {
  test('with any targets', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(target, { minLength: 1, maxLength: 12 }), async (targets) => {
        const plan = { targets, tasks: [] };
        expect(stated(await outAndIn(plan)).targets).toEqual(stated(plan).targets);
      }),
      { numRuns: 40 },
    );
  });

  test('with any tasks', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(task, { minLength: 1, maxLength: 12 }), async (tasks) => {
        const plan = { targets: [], tasks };
        expect(stated(await outAndIn(plan)).tasks).toEqual(stated(plan).tasks);
      }),
      { numRuns: 40 },
    );
  });

  test('as an action plan', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(target, { minLength: 1, maxLength: 6 }),
        fc.array(task, { minLength: 1, maxLength: 6 }),
        async (targets, tasks) => {
          const plan = { targets, tasks };
          expect(stated(await outAndIn(plan, 'actionPlan'))).toEqual(stated(plan));
        },
      ),
      { numRuns: 12 },
    );
  });

  test('in the form of a template that somebody edited, too', async () => {
    const template = edited(await templateFor(outgoing(planFacts(issuer)), issuer), (xml) =>
      xml
        .replaceAll('{noi_dung}', '{noi</w:t></w:r><w:r><w:t>_dung}')
        .replace('Ban hành kèm theo', 'Nay ban hành kèm theo'),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(target, { minLength: 1, maxLength: 6 }),
        fc.array(task, { minLength: 1, maxLength: 6 }),
        async (targets, tasks) => {
          const plan = { targets, tasks };
          const docx = await filled(template, outgoing({ ...setting, ...plan }));
          const source = openFile(new Uint8Array(docx), 'ra.docx');
          expect(source.text).toContain('Nay ban hành kèm theo');
          expect(stated(planOf(source, readDocument(source)))).toEqual(stated(plan));
        },
      ),
      { numRuns: 12 },
    );
  });

  const folders = [join(root, 'samples'), join(root, '../shared/documents')].filter((folder) => existsSync(folder));
  const files = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.txt'))
      .map((name) => join(folder, name)),
  );
  if (folders.length < 2) process.stdout.write('The real documents are not here: only the demo province goes round.\n');

  test.each(files)('as it was read from %s', async (file) => {
    const source = openFile(new Uint8Array(readFileSync(file)), file);
    const plan = planOf(source, readDocument(source));
    expect(stated(await outAndIn(plan))).toEqual(stated(plan));
  });
});
