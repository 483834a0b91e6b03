import { RegisterCounts } from '../registry/register-counts.ts';
import { endpoint } from './endpoint.ts';
import { AsOf } from './listing.ts';

export const getRegisterCounts = endpoint({
  method: 'GET',
  path: '/api/register-counts',
  access: 'readRegister',
  summary: 'What has been read, counted for the charts',
  query: AsOf,
  response: RegisterCounts,
});
