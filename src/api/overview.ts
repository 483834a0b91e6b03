import { Overview } from '../registry/overview.ts';
import { endpoint } from './endpoint.ts';
import { AsOf } from './listing.ts';

export const getOverview = endpoint({
  method: 'GET',
  path: '/api/overview',
  access: 'readRegister',
  summary: 'What has been read, counted for the charts',
  query: AsOf,
  response: Overview,
});
