import { z } from 'zod';
import { WorkRules } from '../registry/work-rules.ts';
import { endpoint } from './endpoint.ts';

export const getWorkRules = endpoint({
  method: 'GET',
  path: '/api/work-rules',
  access: 'readRegister',
  summary: 'In how many working days a duty may be returned, and counts as due soon',
  response: WorkRules,
});

export const changeWorkRules = endpoint({
  method: 'POST',
  path: '/api/work-rules',
  access: 'changeSettings',
  summary: 'Change them, from now on; refused where they are no longer those that were seen',
  body: z.object({ seen: WorkRules, rules: WorkRules }),
  response: WorkRules,
});
