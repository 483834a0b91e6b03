import type { PublicFigure, PublicIndicator } from '../registry/public-plan.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { column, indicatorId, line, type OpenTable } from './open-column.ts';

/** The tables of open data that come from figures and the register. */

export const figures: OpenTable<PublicFigure> = {
  id: 'figures',
  title: { vi: 'Số liệu đã duyệt', en: 'Approved figures' },
  row: {
    vi: 'một số liệu đã duyệt; số đã bị thay vẫn còn, có ngày thay',
    en: 'an approved figure; those that were replaced stay, with the day',
  },
  columns: [
    column('figure_id', 'number', ['mã, không đổi', 'identifier, never changes'], ({ id }) => id),
    indicatorId,
    line,
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

export const indicators: OpenTable<PublicIndicator> = {
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

export const agencies: OpenTable<Agency> = {
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
