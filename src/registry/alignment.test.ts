import { describe, expect, it } from 'vitest';
import { openText } from '../files/text/text.ts';
import { readDocument } from '../reading/document.ts';
import { type AlignedTarget, alignTargets, alignTasks, type WordedTask, wordTasks } from './alignment.ts';
import { amendTargets } from './amendment.ts';
import { taskLikenessOf, wordsOfTask } from './task-likeness.ts';

const read = (text: string) => {
  const source = openText(new TextEncoder().encode(text), 'txt');
  return { source, reading: readDocument(source) };
};

const targetsOf = (text: string, territory: string): AlignedTarget[] =>
  read(text).reading.targets.map((target) => ({ target, indicator: null, territory, line: null }));

const tasksOf = (text: string): WordedTask[] => {
  const { source, reading } = read(text);
  const tasks = reading.tasks.map((task) => ({ task, quote: source.text.slice(task.span.start, task.span.end) }));
  return wordTasks(tasks, 'tỉnh');
};

const plan = (lines: string[]): string =>
  `KẾ HOẠCH\nPhát triển kinh tế - xã hội năm 2025\n\nII. CHỈ TIÊU\n\n${lines.map((line, at) => `(${at + 1}) ${line}`).join('\n\n')}\n`;

const province = plan([
  'Tỷ lệ bao phủ bảo hiểm y tế đạt 95%.',
  'Tỷ lệ hộ dân được sử dụng điện đạt 99,6%.',
  'Tỷ lệ che phủ rừng đạt 4,1%.',
  'Phát triển mới 520 doanh nghiệp.',
]);

const city = plan([
  'Phát triển mới 160 doanh nghiệp.',
  'Tỷ lệ hộ được sử dụng điện đạt 99,9%.',
  'Tỷ lệ dân số tham gia bảo hiểm y tế đạt 94,4%.',
]);

const byName = (highers: AlignedTarget[], lowers: AlignedTarget[], judged = [] as Parameters<typeof alignTargets>[2]) =>
  new Map(
    alignTargets(highers, lowers, judged).map(({ id, otherId, verdict }) => [
      highers.find(({ target }) => target.id === id)?.target.value,
      { verdict, other: lowers.find(({ target }) => target.id === otherId)?.target.value },
    ]),
  );

describe('targets of two tiers', () => {
  const [above, below] = [targetsOf(province, 'tỉnh'), targetsOf(city, 'thành phố')];

  it('are set side by side by what they measure, whatever their order and wording', () => {
    const found = byName(above, below);
    expect(found.get(99.6)?.other).toBe(99.9);
    expect(found.get(520)).toEqual({ verdict: 'partOf', other: 160 });
    expect(found.get(4.1)).toEqual({ verdict: 'missing', other: undefined });
  });

  it('are one line where the catalogue says so, though the names share little', () => {
    const line = (targets: AlignedTarget[], value: number) =>
      targets.map((one) =>
        one.target.value === value
          ? { ...one, line: 'bao-hiem-y-te', indicator: { direction: 'up' as const, unit: '%', unitFactors: [] } }
          : one,
      );
    expect(byName(line(above, 95), line(below, 94.4)).get(95)).toEqual({ verdict: 'asksLess', other: 94.4 });
  });

  it('follow an officer, who can join, part and say that there is none', () => {
    const idOf = (targets: AlignedTarget[], value: number) =>
      targets.find(({ target }) => target.value === value)?.target.id ?? '';
    const [power, cover] = [idOf(above, 99.6), idOf(above, 95)];
    const judged = [
      { id: power, otherId: null, judgement: 'confirmed' as const },
      { id: cover, otherId: idOf(below, 94.4), judgement: 'confirmed' as const },
      { id: idOf(above, 520), otherId: idOf(below, 160), judgement: 'rejected' as const },
    ];
    const found = byName(above, below, judged);
    expect(found.get(99.6)?.other).toBeUndefined();
    expect(found.get(95)?.other).toBe(94.4);
    expect(found.get(520)?.other).toBeUndefined();
  });

  it('that the higher document says twice are answered once', () => {
    const twice = plan(['Tỷ lệ che phủ rừng đạt 4,1%.', 'Thu nội địa 600 tỷ đồng.', 'Tỷ lệ che phủ rừng đạt 4,1%.']);
    expect(alignTargets(targetsOf(twice, 'tỉnh'), [])).toHaveLength(2);
  });
});

describe('tasks of two tiers', () => {
  const tasks = (time: string) =>
    tasksOf(
      `PHỤ LỤC\nPHÂN CÔNG NHIỆM VỤ\n\n| TT | Nhiệm vụ | Cơ quan chủ trì | Thời gian hoàn thành |\n|---|---|---|---|\n| 1 | Lập quy hoạch cấp nước sạch nông thôn | Sở Xây dựng | ${time} |\n| 2 | Xây dựng cơ sở dữ liệu đất đai | Sở Tài nguyên và Môi trường | Tháng 12/2025 |\n`,
    );

  it('are set side by side by their words, and the later one is told', () => {
    const [first] = alignTasks(tasks('Tháng 6/2025'), tasks('Tháng 9/2025'));
    expect(first?.verdict).toBe('later');
    expect(alignTasks(tasks('Tháng 6/2025'), tasks('Tháng 6/2025'))[0]?.verdict).toBe('same');
  });

  it('about the document itself are answered by its own parts sooner than by those of another document', () => {
    const text = { quote: 'Tổ chức quán triệt Kế hoạch này đến cán bộ, công chức.', task: { group: null, lead: [] } };
    const [above, within, beside] = ['tỉnh', 'tỉnh', 'thành phố'].map((document) => wordsOfTask(text, document));
    const likeness = taskLikenessOf(above ? [above] : [], within && beside ? [within, beside] : []);
    expect(likeness(0, 0)).toBeGreaterThan(likeness(0, 1));
  });

  it('under headings or with lead agencies of one field are nearer to one another', () => {
    const quote = 'Nâng chất lượng phục vụ người dân tại cơ sở, bổ sung nhân lực và thiết bị.';
    const below = wordsOfTask({ quote, task: { group: 'Y tế', lead: [] } }, 'thành phố');
    const above = [
      { group: null, lead: [] },
      { group: 'Y tế, dân số', lead: ['Sở Y tế'] },
      { group: 'Giao thông vận tải', lead: ['Sở Giao thông vận tải'] },
    ].map((task) => wordsOfTask({ quote, task }, 'tỉnh'));
    const likeness = taskLikenessOf(above, [below]);
    const [plain, same, other] = [likeness(0, 0), likeness(1, 0), likeness(2, 0)];
    expect(same).toBeGreaterThan(plain);
    expect(other).toBeLessThan(plain);
  });
});

describe('a later document beside the earlier one that it amends', () => {
  const later = plan(['Tỷ lệ hộ dân được sử dụng điện đạt 99,8%.', 'Thu nội địa 600 tỷ đồng.']);
  const amended = (replaces: boolean) =>
    amendTargets(targetsOf(province, 'tỉnh'), targetsOf(later, 'tỉnh'), { replaces, judged: [] });
  const kinds = (replaces: boolean) => amended(replaces).map(({ amendment }) => amendment);

  it('changes some, adds some, and leaves in force what it does not mention', () => {
    expect(kinds(false)).toEqual(['unmentioned', 'changed', 'unmentioned', 'unmentioned', 'added']);
    expect(amended(false)[1]?.fields).toEqual(['value']);
  });

  it('drops what it does not mention where it replaces the earlier one as a whole', () => {
    expect(kinds(true)).toEqual(['dropped', 'changed', 'dropped', 'dropped', 'added']);
  });
});
