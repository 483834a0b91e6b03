import { z } from 'zod';
import { Breakdown, BreakdownBy } from '../registry/breakdown.ts';
import { Indicator, IndicatorFields } from '../registry/indicator.ts';
import { IndicatorPoint, IndicatorSummary } from '../registry/indicator-line.ts';
import { IndicatorFigure } from '../registry/past-figure.ts';
import { Sparkline } from '../registry/sparkline.ts';
import { Tier } from '../values/finding.ts';
import { PlainDate } from '../values/plain-date.ts';
import { endpoint } from './endpoint.ts';

const Id = z.object({ id: z.string().max(200) });
/** A past day: only what was in force on it. */
const AsOf = z.object({ asOf: PlainDate.optional() });

export const listIndicators = endpoint({
  method: 'GET',
  path: '/api/indicators',
  access: 'readRegister',
  summary: 'The catalogue of indicators, with how many targets each has',
  query: AsOf,
  response: z.object({
    indicators: z.array(IndicatorSummary),
    /** While all documents are matched anew after a change: how many of them are. */
    matching: z.object({ done: z.int(), total: z.int() }).nullable(),
  }),
});

export const getSparklines = endpoint({
  method: 'GET',
  path: '/api/indicators/sparklines',
  access: 'readRegister',
  summary: 'By indicator: what the province in whose land whoever asks is at work has reported of it of late',
  query: AsOf,
  response: z.object({ sparklines: z.record(z.string(), Sparkline) }),
});

export const getBreakdown = endpoint({
  method: 'GET',
  path: '/api/indicators/:id/breakdown',
  access: 'readRegister',
  summary: 'An indicator in its parts at the end of a month: by land of the own province, by line, or by agency',
  params: Id,
  query: AsOf.extend({
    by: BreakdownBy.default('place'),
    line: z.string().max(300).default(''),
    tier: Tier.optional(),
    /** The end of a month; without, the latest one that most parts have something of. */
    day: PlainDate.optional(),
  }),
  response: Breakdown,
});

export const getIndicator = endpoint({
  method: 'GET',
  path: '/api/indicators/:id',
  access: 'readRegister',
  summary:
    'One indicator, its targets through the years and what documents state of years gone by, each with its sentence',
  params: Id,
  query: AsOf,
  response: z.object({ indicator: Indicator, points: z.array(IndicatorPoint), figures: z.array(IndicatorFigure) }),
});

export const changeIndicator = endpoint({
  method: 'POST',
  path: '/api/indicators/:id',
  access: 'changeIndicators',
  summary: 'Change what the catalogue says of an indicator; targets are matched anew where its words say so',
  params: Id,
  body: z.object({
    fields: IndicatorFields,
    /** The version that was seen. */
    version: z.int(),
    reason: z.string().max(2000).optional(),
  }),
  response: z.object({ indicator: Indicator }),
});

const TargetPlace = z.object({ documentId: z.uuid(), targetId: z.string().max(40) });

export const draftIndicator = endpoint({
  method: 'GET',
  path: '/api/indicators/draft',
  access: 'changeIndicators',
  summary: 'What a new indicator made from a target would say; stores nothing',
  query: TargetPlace,
  response: z.object({ fields: IndicatorFields }),
});

export const addIndicator = endpoint({
  method: 'POST',
  path: '/api/indicators',
  access: 'changeIndicators',
  summary: 'A new indicator; targets of all documents that bear its names become its own',
  body: z.object({ fields: IndicatorFields, source: z.string().trim().max(500).optional() }),
  response: z.object({ indicator: Indicator, matched: z.int() }),
});
