import type { PlainDate } from '../values/plain-date.ts';
import type { SheetCell } from '../values/sheet.ts';
import type { Meaning, OpenTable, OpenValue } from './open-column.ts';
import { agencies, figures, indicators } from './open-figures.ts';
import { documents, targets, tasks, work } from './open-plans.ts';
import type { SheetColumn } from './sheet-column.ts';

/** Open data: all of its tables, what explains them, and the catalogue that tells other portals of them. */

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
