import { z } from 'zod';
import { BoundarySet, BoundaryTier, PlaceShape } from '../registry/boundary.ts';
import { PlainDate } from '../values/plain-date.ts';
import { endpoint } from './endpoint.ts';

export const getBoundaries = endpoint({
  method: 'GET',
  path: '/api/boundaries',
  access: 'changeSettings',
  summary: 'Files of boundaries that were loaded, with what of each shows no place and why',
  response: z.object({ sets: z.array(BoundarySet) }),
});

/** Before the field "file", as JSON in the field "order". */
export const BoundaryFields = z.object({
  tier: BoundaryTier,
  day: PlainDate,
  source: z.string().trim().min(1).max(500),
});

export const loadBoundaries = endpoint({
  method: 'POST',
  path: '/api/boundaries',
  access: 'changeSettings',
  costly: true,
  takes: 'file',
  summary:
    'Load boundaries of provinces, districts or communes as of a day (multipart: "order" with tier, day and source, then "file", GeoJSON in degrees)',
  response: BoundarySet,
});

export const removeBoundaries = endpoint({
  method: 'DELETE',
  path: '/api/boundaries/:id',
  access: 'changeSettings',
  summary: 'Take a file of boundaries away: maps no longer show by it',
  params: z.object({ id: z.uuid() }),
  response: z.object({}),
});

export const getShapes = endpoint({
  method: 'GET',
  path: '/api/boundaries/shapes',
  access: 'readRegister',
  summary: 'Where the own province and its districts or communes lie, as of a day: polygons of longitude and latitude',
  query: z.object({ tier: BoundaryTier, asOf: PlainDate.optional() }),
  response: z.object({ shapes: z.array(PlaceShape) }),
});
