import type {
  PublicDocument,
  PublicDuty,
  PublicFigure,
  PublicIndicator,
  PublicTarget,
  PublicTask,
} from '../registry/public-plan.ts';
import type { Language } from '../values/format.ts';
import type { PlainDate } from '../values/plain-date.ts';
import type { SheetCell } from '../values/sheet.ts';
import type { SheetColumn } from './sheet-column.ts';

/** The tables of open data: what each row is, what each column is, and how a row becomes values. Ids and columns never change. */

export type OpenValue = string | number | boolean | null;
type Meaning = Record<Language, string>;
export type OpenColumn<Row> = {
  id: string;
  type: 'string' | 'number' | 'date' | 'boolean';
  meaning: Meaning;
  value: (row: Row) => OpenValue;
};
export type OpenTable<Row> = { id: string; title: Meaning; row: Meaning; columns: readonly OpenColumn<Row>[] };

const column = <Row>(
  id: string,
  type: OpenColumn<Row>['type'],
  [vi, en]: readonly [string, string],
  value: (row: Row) => OpenValue,
): OpenColumn<Row> => ({ id, type, meaning: { vi, en }, value });

const list = (ids: readonly string[]): string => ids.join(' ');

/** Within a document targets and tasks have small numbers: the two together are an id that nothing else has. */
const whole = ({ documentId, id }: { documentId: string; id: string }): string => `${documentId}/${id}`;

type Address = { address: string };

const documents: OpenTable<PublicDocument & Address> = {
  id: 'documents',
  title: { vi: 'Văn bản', en: 'Documents' },
  row: { vi: 'một văn bản đang công khai', en: 'a document that is published' },
  columns: [
    column(
      'document_id',
      'string',
      ['mã của văn bản, không đổi', 'identifier of the document, never changes'],
      ({ id }) => id,
    ),
    column('number', 'string', ['số, ký hiệu', 'number and symbol'], ({ number }) => number),
    column(
      'kind',
      'string',
      ['loại văn bản (nghi_quyet, quyet_dinh, ke_hoach …)', 'kind of document'],
      ({ kind }) => kind,
    ),
    column('title', 'string', ['trích yếu', 'what it is about, in its own words'], ({ title }) => title),
    column('issuer', 'string', ['cơ quan ban hành', 'issuing body'], ({ issuer }) => issuer),
    column('issued_on', 'date', ['ngày ban hành', 'day of issue'], ({ issuedOn }) => issuedOn),
    column(
      'period_from',
      'number',
      ['năm đầu của thời kỳ', 'first year of its period'],
      ({ period }) => period?.from ?? null,
    ),
    column(
      'period_to',
      'number',
      ['năm cuối của thời kỳ', 'last year of its period'],
      ({ period }) => period?.to ?? null,
    ),
    column(
      'state',
      'string',
      ['issued: có hiệu lực; superseded: đã được thay thế; withdrawn: đã thu hồi', 'issued, superseded or withdrawn'],
      ({ state }) => state,
    ),
    column('valid_from', 'date', ['có hiệu lực từ ngày', 'in force from this day'], ({ validFrom }) => validFrom),
    column(
      'valid_until',
      'date',
      ['hết hiệu lực từ ngày (không tính ngày ấy)', 'first day on which it is no longer in force'],
      ({ validUntil }) => validUntil,
    ),
    column(
      'published_from',
      'date',
      ['công khai từ ngày', 'public since this day'],
      ({ publishedFrom }) => publishedFrom,
    ),
    column('address', 'string', ['địa chỉ trên cổng, không đổi', 'its page, never changes'], ({ address }) => address),
  ],
};

const targets: OpenTable<PublicTarget & Address> = {
  id: 'targets',
  title: { vi: 'Chỉ tiêu', en: 'Targets' },
  row: { vi: 'một chỉ tiêu của một văn bản', en: 'a target of a document' },
  columns: [
    column('target_id', 'string', ['mã của chỉ tiêu, không đổi', 'identifier of the target, never changes'], whole),
    column('document_id', 'string', ['mã của văn bản', 'identifier of its document'], ({ documentId }) => documentId),
    column('name', 'string', ['tên chỉ tiêu', 'name'], ({ name }) => name),
    column('variant', 'string', ['cách tính, phạm vi', 'variant'], ({ variant }) => variant),
    column(
      'quote',
      'string',
      ['câu trong văn bản đã đặt ra chỉ tiêu', 'the sentence that set it'],
      ({ quote }) => quote,
    ),
    column('section', 'string', ['vị trí trong văn bản', 'place in the document'], ({ section }) =>
      section.join(' › '),
    ),
    column('comparison', 'string', ['=, >=, >, <=, <, ~ (khoảng), range, text', 'comparison'], ({ op }) => op),
    column('value', 'number', ['giá trị phải đạt', 'value to be reached'], ({ value }) => value),
    column('value_upper', 'number', ['cận trên, khi là khoảng', 'upper end of a range'], ({ value2 }) => value2),
    column('value_of', 'number', ['mẫu số, khi là tỷ số (67/85)', 'denominator of a share (67/85)'], ({ of }) => of),
    column('unit', 'string', ['đơn vị tính trong văn bản', 'unit in the document'], ({ unit }) => unit),
    column(
      'change',
      'string',
      ['level: mức; increase: tăng thêm; decrease: giảm thêm', 'level, increase or decrease'],
      ({ change }) => change,
    ),
    column('year', 'number', ['năm phải đạt', 'year'], ({ year }) => year),
    column(
      'year_from',
      'number',
      ['năm đầu, khi là cả giai đoạn', 'first year, of a period'],
      ({ yearFrom }) => yearFrom,
    ),
    column('tier', 'string', ['cấp: national, province, district, commune', 'tier'], ({ tier }) => tier),
    column(
      'indicator_id',
      'string',
      ['mã chỉ tiêu trong danh mục', 'identifier of the indicator'],
      ({ indicatorId }) => indicatorId,
    ),
    column('line', 'string', ['phân theo; rỗng là toàn bộ', 'breakdown; empty: the whole'], ({ line }) => line),
    column(
      'agency_ids',
      'string',
      ['mã các đơn vị chịu trách nhiệm, cách nhau bằng dấu cách', 'agencies responsible, parted by spaces'],
      ({ agencyIds }) => list(agencyIds),
    ),
    column(
      'standing',
      'string',
      ['met: đạt; onPath: đúng tiến độ; behind: chậm; noData: chưa có số liệu', 'met, onPath, behind or noData'],
      ({ standing }) => standing?.state ?? null,
    ),
    column(
      'degree',
      'string',
      ['khi chậm: slight (ít), far (nhiều)', 'of what is behind: slight or far'],
      ({ standing }) => standing?.degree ?? null,
    ),
    column(
      'reached',
      'number',
      ['giá trị gần nhất đã duyệt', 'latest approved value'],
      ({ standing }) => standing?.value ?? null,
    ),
    column(
      'reached_unit',
      'string',
      ['đơn vị tính của giá trị ấy', 'unit of that value'],
      ({ indicatorUnit }) => indicatorUnit,
    ),
    column(
      'reached_period',
      'string',
      ['kỳ của giá trị ấy (2026-M06, 2026-Q2, 2026 …)', 'its period'],
      ({ standing }) => standing?.period ?? null,
    ),
    column(
      'reached_basis',
      'string',
      ['estimated: ước; preliminary: sơ bộ; final: chính thức', 'estimated, preliminary or final'],
      ({ standing }) => standing?.basis ?? null,
    ),
    column(
      'expected_low',
      'number',
      ['mức thấp nhất cần có đến kỳ ấy', 'what there should at least be by then'],
      ({ standing }) => standing?.expected?.low ?? null,
    ),
    column(
      'expected_high',
      'number',
      ['mức cao nhất được phép đến kỳ ấy', 'what there should at most be by then'],
      ({ standing }) => standing?.expected?.high ?? null,
    ),
    column(
      'gap_percent',
      'number',
      ['lệch bao nhiêu phần trăm', 'how far off, in percent'],
      ({ standing }) => standing?.gap ?? null,
    ),
    column(
      'reported_on',
      'date',
      ['ngày duyệt số liệu gần nhất', 'day on which the latest figure was approved'],
      ({ reportedOn }) => reportedOn,
    ),
    column('valid_from', 'date', ['có hiệu lực từ ngày', 'in force from this day'], ({ validFrom }) => validFrom),
    column(
      'valid_until',
      'date',
      ['hết hiệu lực từ ngày', 'first day on which it is no longer in force'],
      ({ validUntil }) => validUntil,
    ),
    column('address', 'string', ['địa chỉ trên cổng, không đổi', 'its page, never changes'], ({ address }) => address),
  ],
};

const tasks: OpenTable<PublicTask & Address> = {
  id: 'tasks',
  title: { vi: 'Nhiệm vụ', en: 'Tasks' },
  row: { vi: 'một nhiệm vụ của một văn bản', en: 'a task of a document' },
  columns: [
    column('task_id', 'string', ['mã của nhiệm vụ, không đổi', 'identifier of the task, never changes'], whole),
    column('document_id', 'string', ['mã của văn bản', 'identifier of its document'], ({ documentId }) => documentId),
    column('quote', 'string', ['câu trong văn bản', 'the sentence'], ({ quote }) => quote),
    column('section', 'string', ['vị trí trong văn bản', 'place in the document'], ({ section }) =>
      section.join(' › '),
    ),
    column('time', 'string', ['thời gian như văn bản ghi', 'time as the document words it'], ({ timeRaw }) => timeRaw),
    column('product', 'string', ['sản phẩm', 'product'], ({ product }) => product),
    column(
      'lead_ids',
      'string',
      ['mã các đơn vị chủ trì, cách nhau bằng dấu cách', 'leading agencies, parted by spaces'],
      ({ leadIds }) => list(leadIds),
    ),
    column('coord_ids', 'string', ['mã các đơn vị phối hợp', 'agencies working along'], ({ coordIds }) =>
      list(coordIds),
    ),
    column('monitor_ids', 'string', ['mã các đơn vị theo dõi', 'agencies following up'], ({ monitorIds }) =>
      list(monitorIds),
    ),
    column(
      'state',
      'string',
      ['doneOnTime, doneLate, openInTime, openOverdue, noDue; rỗng: chưa giao', 'state; empty: not given'],
      ({ state }) => state,
    ),
    column('valid_from', 'date', ['có hiệu lực từ ngày', 'in force from this day'], ({ validFrom }) => validFrom),
    column(
      'valid_until',
      'date',
      ['hết hiệu lực từ ngày', 'first day on which it is no longer in force'],
      ({ validUntil }) => validUntil,
    ),
    column('address', 'string', ['địa chỉ trên cổng, không đổi', 'its page, never changes'], ({ address }) => address),
  ],
};

const work: OpenTable<PublicDuty> = {
  id: 'work',
  title: { vi: 'Việc của từng đơn vị', en: 'Work of each agency' },
  row: { vi: 'một nhiệm vụ mà một đơn vị phải làm trong một kỳ', en: 'a task as one agency has it for one term' },
  columns: [
    column('work_id', 'string', ['mã, không đổi', 'identifier, never changes'], ({ id }) => id),
    column(
      'task_id',
      'string',
      ['mã của nhiệm vụ', 'identifier of the task'],
      ({ documentId, findingId }) => `${documentId}/${findingId}`,
    ),
    column('agency_id', 'string', ['mã của đơn vị', 'identifier of the agency'], ({ agencyId }) => agencyId),
    column('term', 'string', ['kỳ, khi là việc định kỳ', 'term, of work that comes again'], ({ period }) => period),
    column('first_due', 'date', ['thời hạn ban đầu', 'deadline as first set'], ({ firstDue }) => firstDue),
    column('due', 'date', ['thời hạn hiện nay', 'deadline today'], ({ due }) => due),
    column(
      'extensions',
      'number',
      ['số lần gia hạn', 'how often it was extended'],
      ({ extensions }) => extensions.length,
    ),
    column('state', 'string', ['trạng thái', 'state'], ({ state }) => state),
    column(
      'done_on',
      'date',
      ['ngày báo cáo kết quả đã được xác nhận', 'day of the result that was confirmed'],
      ({ doneOn }) => doneOn,
    ),
    column(
      'last_report_on',
      'date',
      ['ngày báo cáo gần nhất', 'day of the last report'],
      ({ lastReportOn }) => lastReportOn,
    ),
    column('results', 'string', ['số, ký hiệu các văn bản kết quả', 'numbers of resulting documents'], ({ results }) =>
      results.map(({ number }) => number).join('; '),
    ),
  ],
};

const figures: OpenTable<PublicFigure> = {
  id: 'figures',
  title: { vi: 'Số liệu đã duyệt', en: 'Approved figures' },
  row: {
    vi: 'một số liệu đã duyệt; số đã bị thay vẫn còn, có ngày thay',
    en: 'an approved figure; those that were replaced stay, with the day',
  },
  columns: [
    column('figure_id', 'number', ['mã, không đổi', 'identifier, never changes'], ({ id }) => id),
    column(
      'indicator_id',
      'string',
      ['mã chỉ tiêu trong danh mục', 'identifier of the indicator'],
      ({ indicatorId }) => indicatorId,
    ),
    column('line', 'string', ['phân theo; rỗng là toàn bộ', 'breakdown; empty: the whole'], ({ line }) => line),
    column('agency_id', 'string', ['mã đơn vị báo cáo', 'agency that reported it'], ({ agencyId }) => agencyId),
    column('period', 'string', ['kỳ', 'period'], ({ period }) => period),
    column('period_to', 'date', ['ngày cuối của kỳ', 'last day of the period'], ({ periodTo }) => periodTo),
    column('span', 'string', ['period: trong kỳ; toDate: lũy kế từ đầu năm', 'period or toDate'], ({ span }) => span),
    column(
      'basis',
      'string',
      ['estimated: ước; preliminary: sơ bộ; final: chính thức', 'estimated, preliminary or final'],
      ({ basis }) => basis,
    ),
    column('value', 'number', ['giá trị', 'value'], ({ value }) => value),
    column(
      'missing',
      'string',
      ['notApplicable: không phát sinh; notYet: chưa có', 'why there is no value'],
      ({ missing }) => missing,
    ),
    column('approved_on', 'date', ['ngày duyệt', 'day of approval'], ({ approvedOn }) => approvedOn),
    column(
      'replaced_on',
      'date',
      ['ngày bị thay bởi số khác; rỗng: đang dùng', 'day on which another took its place; empty: counts today'],
      ({ replacedOn }) => replacedOn,
    ),
  ],
};

const indicators: OpenTable<PublicIndicator> = {
  id: 'indicators',
  title: { vi: 'Danh mục chỉ tiêu', en: 'Indicators' },
  row: { vi: 'một chỉ tiêu trong danh mục', en: 'an indicator of the catalogue' },
  columns: [
    column('indicator_id', 'string', ['mã, không đổi', 'identifier, never changes'], ({ id }) => id),
    column('name', 'string', ['tên', 'name'], ({ name }) => name),
    column('unit', 'string', ['đơn vị tính', 'unit'], ({ unit }) => unit),
    column('measure', 'string', ['loại đại lượng', 'kind of measure'], ({ measure }) => measure),
    column(
      'direction',
      'string',
      ['up: càng cao càng tốt; down: càng thấp càng tốt', 'which way is better'],
      ({ direction }) => direction,
    ),
    column('cumulative', 'boolean', ['cộng dồn trong năm', 'adds up through the year'], ({ cumulative }) => cumulative),
    column(
      'statistical_code',
      'string',
      ['mã trong hệ thống chỉ tiêu thống kê', 'code in the statistical system'],
      ({ statisticalCode }) => statisticalCode,
    ),
  ],
};

type Agency = { id: string; name: string; tier: string; validFrom: PlainDate | null; validUntil: PlainDate | null };

const agencies: OpenTable<Agency> = {
  id: 'agencies',
  title: { vi: 'Đơn vị', en: 'Agencies' },
  row: { vi: 'một đơn vị được nêu trong các bảng khác', en: 'an agency named in the other tables' },
  columns: [
    column('agency_id', 'string', ['mã, không đổi', 'identifier, never changes'], ({ id }) => id),
    column('name', 'string', ['tên chính thức', 'official name'], ({ name }) => name),
    column('tier', 'string', ['cấp', 'tier'], ({ tier }) => tier),
    column('valid_from', 'date', ['có từ ngày', 'exists from this day'], ({ validFrom }) => validFrom),
    column(
      'valid_until',
      'date',
      ['đến ngày (không tính ngày ấy)', 'first day on which it exists no more'],
      ({ validUntil }) => validUntil,
    ),
  ],
};

export const openTables = { documents, targets, tasks, work, figures, indicators, agencies };
export type OpenTables = typeof openTables;
export type OpenTableName = keyof OpenTables;
export const openTableNames = Object.keys(openTables) as OpenTableName[];

/** What one table is, for dictionaries and catalogues. */
export type TableFacts = {
  id: string;
  title: Meaning;
  row: Meaning;
  columns: readonly { id: string; type: string; meaning: Meaning }[];
};

export const tableFacts: readonly TableFacts[] = Object.values(openTables).map(({ id, title, row, columns }) => ({
  id,
  title,
  row,
  columns: columns.map(({ id: name, type, meaning }) => ({ id: name, type, meaning })),
}));

/** The same table for a spreadsheet: heads are the columns' ids, numbers as programs read them. */
export const sheetColumns = <Row>({ columns }: OpenTable<Row>): SheetColumn<Row>[] =>
  columns.map(({ id, value }) => ({
    header: { vi: id, en: id },
    width: Math.max(12, id.length + 2),
    cell: (row) => cellOf(value(row)),
  }));

const cellOf = (value: OpenValue): SheetCell =>
  typeof value === 'number'
    ? { number: value, format: 'General', text: String(value) }
    : value === null
      ? null
      : String(value);

export const licence = {
  name: 'CC BY 4.0',
  address: 'https://creativecommons.org/licenses/by/4.0/',
  text: [
    'Creative Commons Ghi công 4.0 Quốc tế (CC BY 4.0)',
    'https://creativecommons.org/licenses/by/4.0/deed.vi',
    '',
    'Được sao chép, phân phối, tính toán, dùng cho mọi mục đích, với điều kiện ghi nguồn là cổng này và ngày lấy dữ liệu.',
    'Copy, distribute, compute and use it for any purpose, if you name this portal and the day of the data.',
    '',
  ].join('\n'),
};

type Catalogued = {
  site: string;
  root: string;
  title: Meaning;
  publisher: string;
  changed: PlainDate;
  years: readonly number[];
};

export const openFormats = ['csv', 'json', 'xlsx'] as const;
export type OpenFormat = (typeof openFormats)[number];

export const mediaTypes: Record<OpenFormat | 'zip', string> = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip',
};

const both = ({ vi, en }: Meaning) => [
  { '@language': 'vi', '@value': vi },
  { '@language': 'en', '@value': en },
];

const bareType = (format: OpenFormat | 'zip'): string => mediaTypes[format].split(';')[0] ?? '';

/** DCAT 2 as DCAT-AP shapes it: a catalogue of datasets, each in several formats. */
export function catalogueOf({ site, root, title, publisher, changed, years }: Catalogued): object {
  const file = (name: string) => `${site}${root}/du-lieu/${name}`;
  const agent = { '@type': 'foaf:Agent', 'foaf:name': publisher };
  const distribution = (name: string, format: OpenFormat | 'zip') => ({
    '@type': 'dcat:Distribution',
    '@id': file(name),
    'dcat:accessURL': { '@id': `${site}${root}/du-lieu` },
    'dcat:downloadURL': { '@id': file(name) },
    'dcat:mediaType': { '@id': `https://www.iana.org/assignments/media-types/${bareType(format)}` },
    'dct:license': { '@id': licence.address },
  });
  const datasets = tableFacts.map(({ id, title: name, row }) => ({
    '@type': 'dcat:Dataset',
    '@id': `${site}${root}/du-lieu#${id}`,
    'dct:identifier': id,
    'dct:title': both(name),
    'dct:description': both(row),
    'dct:publisher': agent,
    'dct:modified': changed,
    'dct:accrualPeriodicity': { '@id': 'http://publications.europa.eu/resource/authority/frequency/DAILY' },
    'dcat:distribution': openFormats.map((format) => distribution(`${id}.${format}`, format)),
  }));
  const bundles = years.map((year) => ({
    '@type': 'dcat:Dataset',
    '@id': `${site}${root}/du-lieu#nam-${year}`,
    'dct:identifier': `nam-${year}`,
    'dct:title': both({ vi: `Toàn bộ dữ liệu năm ${year}`, en: `All data of ${year}` }),
    'dct:description': both({ vi: `Mọi bảng của năm ${year}`, en: `All tables of ${year}` }),
    'dct:publisher': agent,
    'dct:temporal': {
      '@type': 'dct:PeriodOfTime',
      'dcat:startDate': `${year}-01-01`,
      'dcat:endDate': `${year}-12-31`,
    },
    'dcat:distribution': [distribution(`nam-${year}.zip`, 'zip')],
  }));
  return {
    '@context': {
      dcat: 'http://www.w3.org/ns/dcat#',
      dct: 'http://purl.org/dc/terms/',
      foaf: 'http://xmlns.com/foaf/0.1/',
    },
    '@type': 'dcat:Catalog',
    '@id': `${site}${root}/du-lieu/catalog.jsonld`,
    'dct:title': both(title),
    'dct:description': both(title),
    'dct:publisher': agent,
    'dct:language': ['vi', 'en'],
    'dct:license': { '@id': licence.address },
    'dct:modified': changed,
    'foaf:homepage': { '@id': `${site}${root}` },
    'dcat:dataset': [...datasets, ...bundles],
  };
}
