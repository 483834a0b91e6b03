import type { PublicDocument, PublicDuty, PublicTarget, PublicTask } from '../registry/public-plan.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { column, indicatorId, line, type OpenTable } from './open-column.ts';

/** The tables of open data that come from documents. */

const list = (ids: readonly string[]): string => ids.join(' ');

/** Within a document targets and tasks have small numbers: the two together are an id that nothing else has. */
const whole = ({ documentId, id }: { documentId: string; id: string }): string => `${documentId}/${id}`;

type Address = { address: string };

const documentId = column<{ documentId: string }>(
  'document_id',
  'string',
  ['mã của văn bản', 'identifier of its document'],
  (row) => row.documentId,
);
const section = column<{ section: readonly string[] }>(
  'section',
  'string',
  ['vị trí trong văn bản', 'place in the document'],
  (row) => row.section.join(' › '),
);
const validFrom = column<{ validFrom: PlainDate | null }>(
  'valid_from',
  'date',
  ['có hiệu lực từ ngày', 'in force from this day'],
  (row) => row.validFrom,
);
const validUntil = column<{ validUntil: PlainDate | null }>(
  'valid_until',
  'date',
  ['hết hiệu lực từ ngày (không tính ngày ấy)', 'first day on which it is no longer in force'],
  (row) => row.validUntil,
);
const address = column<Address>(
  'address',
  'string',
  ['địa chỉ trên cổng, không đổi', 'its page, never changes'],
  (row) => row.address,
);

export const documents: OpenTable<PublicDocument & Address> = {
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
    validFrom,
    validUntil,
    column(
      'published_from',
      'date',
      ['công khai từ ngày', 'public since this day'],
      ({ publishedFrom }) => publishedFrom,
    ),
    address,
  ],
};

export const targets: OpenTable<PublicTarget & Address> = {
  id: 'targets',
  title: { vi: 'Chỉ tiêu', en: 'Targets' },
  row: { vi: 'một chỉ tiêu của một văn bản', en: 'a target of a document' },
  columns: [
    column('target_id', 'string', ['mã của chỉ tiêu, không đổi', 'identifier of the target, never changes'], whole),
    documentId,
    column('name', 'string', ['tên chỉ tiêu', 'name'], ({ name }) => name),
    column('variant', 'string', ['cách tính, phạm vi', 'variant'], ({ variant }) => variant),
    column(
      'quote',
      'string',
      ['câu trong văn bản đã đặt ra chỉ tiêu', 'the sentence that set it'],
      ({ quote }) => quote,
    ),
    section,
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
    indicatorId,
    line,
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
    validFrom,
    validUntil,
    address,
  ],
};

export const tasks: OpenTable<PublicTask & Address> = {
  id: 'tasks',
  title: { vi: 'Nhiệm vụ', en: 'Tasks' },
  row: { vi: 'một nhiệm vụ của một văn bản', en: 'a task of a document' },
  columns: [
    column('task_id', 'string', ['mã của nhiệm vụ, không đổi', 'identifier of the task, never changes'], whole),
    documentId,
    column('quote', 'string', ['câu trong văn bản', 'the sentence'], ({ quote }) => quote),
    section,
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
    validFrom,
    validUntil,
    address,
  ],
};

export const work: OpenTable<PublicDuty> = {
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
