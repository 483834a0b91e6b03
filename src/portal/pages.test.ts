import { type DefaultTreeAdapterMap, parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import type { PublicDocument, PublicRecord, PublicTarget, PublicTask } from '../registry/public-plan.ts';
import { countsOf } from '../registry/public-plan.ts';
import { documentEmbed, targetEmbed } from './embeds.ts';
import { atomFeed, sitemap } from './feeds.ts';
import { settingOf } from './frame.ts';
import { html } from './html.ts';
import { agenciesPage, agencyPage, documentPage, documentsPage, everythingPage, frontPage, listedOf } from './lists.ts';
import { searchPage } from './search-page.ts';
import { targetPage } from './target-page.ts';
import { taskPage } from './task-page.ts';

/** What somebody could have written into a document so that a page does something else than show it. */
const hostile = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)' x='",
  '` onfocus=`alert(1)` autofocus tabindex=1 ',
  '</title></style></textarea><svg/onload=alert(1)>',
  '<!--><iframe src="javascript:alert(1)">',
  'javascript:alert(1)',
  ']]><x xmlns="http://www.w3.org/1999/xhtml"><script>alert(1)</script></x>',
  '&lt;script&gt;alert(1)&lt;/script&gt;&#x3c;b&#x3e;',
  '{{constructor}} <%= 1 %> <?php echo 1 ?>',
  'một\u0000hai\u0008ba\u2028bốn\ud800',
];

const today = '2026-03-20';

function recordOf(text: string): PublicRecord {
  const document: PublicDocument = {
    ...{ id: text, number: text, kind: 'ke_hoach', title: text, issuer: text, issuedOn: '2026-01-05' },
    ...{ period: { from: 2026, to: 2026 }, state: 'issued', validFrom: '2026-01-05', validUntil: null },
    ...{ publishedFrom: '2026-01-06', decidedAt: '2026-01-06T00:00:00.000Z' },
  };
  const finding = {
    ...{ documentId: text, id: text, quote: text, section: [text, text], group: text, ordinal: text },
    ...{ validFrom: '2026-01-05', validUntil: '2026-12-31' },
  };
  const target: PublicTarget = {
    ...finding,
    ...{ name: text, variant: text, op: '>=', value: 1, value2: null, of: null, unit: text, change: 'level' },
    ...{ year: 2026, yearFrom: null, tier: 'province', indicatorId: text, indicatorUnit: text, line: text },
    ...{ agencyIds: [text], standing: null, reportedOn: '2026-02-01' },
  };
  const task: PublicTask = {
    ...finding,
    ...{ timeRaw: text, product: text, leadIds: [text], coordIds: [text], monitorIds: [text], state: 'openOverdue' },
    duties: [
      {
        ...{
          documentId: text,
          findingId: text,
          id: text,
          agencyId: text,
          period: text,
          firstDue: null,
          due: '2026-02-01',
        },
        ...{
          doneOn: null,
          state: 'openOverdue',
          lastReportOn: null,
          results: [{ number: text, date: null }],
          extensions: [],
        },
      },
    ],
  };
  return { document, targets: [target], tasks: [task], agencies: new Map([[text, text]]) };
}

function pagesWith(text: string): string[] {
  const record = recordOf(text);
  const { document } = record;
  const [target] = record.targets;
  const [task] = record.tasks;
  if (!target || !task) throw new Error('a record without findings');
  const counts = countsOf(record);
  const agency = { id: text, name: text, counts };
  const news = [{ kind: 'figure' as const, day: today, documentId: text, findingId: text, words: text }];
  const overview = { day: today, documents: [{ document, counts }], agencies: [agency], total: counts, news };
  const all = listedOf(record);
  return (['vi', 'en'] as const).flatMap((language) => {
    const setting = settingOf(language, 'https://cong-khai.tinh.vn');
    const query = { trang: 1 };
    return [
      frontPage(setting, overview),
      documentsPage(setting, overview, query),
      documentPage(setting, record, query, today),
      targetPage(
        setting,
        { record, target, story: null, figures: [], others: [{ ...target, documentNumber: text }] },
        today,
      ),
      documentEmbed(setting, record, today),
      targetEmbed(setting, { record, target, story: null, figures: [], others: [] }, today),
      taskPage(setting, record, task, today),
      everythingPage(setting, { kind: 'task', all, total: counts, today }, query),
      agenciesPage(setting, overview, query),
      agencyPage(setting, { ...agency, all, today }, query),
      searchPage(setting, {
        typed: text,
        hits: [
          { kind: 'document', document },
          { kind: 'agency', agency },
        ],
        most: 9,
        trang: 1,
        today,
      }),
    ];
  });
}

type Node = DefaultTreeAdapterMap['node'];
const nodesBelow = (node: Node): Node[] => [node, ...('childNodes' in node ? node.childNodes.flatMap(nodesBelow) : [])];

describe('what is put into a page', () => {
  it.each(hostile)('stays text, wherever it stands: %s', (text) => {
    for (const page of pagesWith(text)) {
      const nodes = nodesBelow(parse(page));
      const names = new Set(nodes.map((node) => node.nodeName));
      expect(['script', 'img', 'iframe', 'x', 'textarea'].filter((name) => names.has(name))).toEqual([]);
      const attributes = nodes.flatMap((node) => ('attrs' in node ? node.attrs : []));
      expect(attributes.filter(({ name }) => /^on|^style$|^autofocus$/.test(name))).toEqual([]);
      expect(
        attributes.filter(
          ({ name, value }) =>
            ['href', 'action', 'cite'].includes(name) &&
            !/^(?:\/cong-khai|#noi-dung|https:\/\/cong-khai\.tinh\.vn\/cong-khai|data:image\/svg\+xml,)/.test(value),
        ),
      ).toEqual([]);
    }
  });

  it.each(hostile)('leaves feeds and maps well-formed: %s', (text) => {
    const setting = settingOf('vi', 'https://cong-khai.tinh.vn');
    const news = [{ kind: 'published' as const, day: today, documentId: text, findingId: null, words: text }];
    for (const xml of [
      atomFeed(setting, news, today),
      sitemap('https://cong-khai.tinh.vn', [
        { path: `/van-ban/${encodeURIComponent(text.toWellFormed())}`, changed: today },
      ]),
    ]) {
      expect(xml).not.toMatch(
        /<(?!\/?(?:feed|entry|id|title|link|updated|summary|rights|author|name|urlset|url|loc|lastmod|\?xml)\b)/,
      );
      expect(xml).not.toMatch(/&(?!(?:amp|lt|gt|quot|#39|#96);)/);
      expect(/(?![\n\r\t])\p{Cc}/u.test(xml)).toBe(false);
    }
  });

  it('is put together from pieces; markup passes only where it was made here', () => {
    expect(html`<p>${['<b>', html`<i>${'&'}</i>`, null, false, undefined, 1]}</p>`.markup).toBe(
      '<p>&lt;b&gt;<i>&amp;</i>1</p>',
    );
  });
});

describe('a list', () => {
  const setting = settingOf('vi', 'https://cong-khai.tinh.vn');

  it('goes from heading to heading without leaving a level out, as every page', () => {
    for (const page of pagesWith('Nước sạch')) {
      const levels = nodesBelow(parse(page)).flatMap(({ nodeName }) => /^h([1-6])$/.exec(nodeName)?.[1] ?? []);
      expect(levels[0]).toBe('1');
      expect(levels.filter((level, at) => at > 0 && Number(level) > Number(levels[at - 1]) + 1)).toEqual([]);
    }
  });

  it('shows its last page to whoever asks for one behind it', () => {
    const record = recordOf('Nước sạch');
    const { document } = record;
    const counts = countsOf(record);
    const overview = { day: today, documents: [{ document, counts }], agencies: [], total: counts, news: [] };
    expect(documentsPage(setting, overview, { trang: 9 })).toContain('Kế hoạch Nước sạch');
  });

  it('names the document alone where a target names no agency', () => {
    const record = recordOf('Nước sạch');
    const targets = record.targets.map((target) => ({ ...target, agencyIds: [] }));
    const all = listedOf({ ...record, targets, tasks: [] });
    const page = everythingPage(setting, { kind: 'target', all, total: countsOf(record), today }, { trang: 1 });
    expect(page).toContain('<p class="meta">Kế hoạch Nước sạch</p>');
  });
});
