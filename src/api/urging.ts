import { z } from 'zod';
import { HeldLadder } from '../registry/urging-ladder.ts';
import { endpoint } from './endpoint.ts';

const Which = z.object({
  /** The plan document whose ladder it is; without, the usual one. */
  document: z.uuid().optional(),
});

export const getLadder = endpoint({
  method: 'GET',
  path: '/api/urging-ladder',
  access: 'readRegister',
  summary: 'When who is reminded of a deadline',
  query: Which,
  response: HeldLadder,
});

export const changeLadder = endpoint({
  method: 'POST',
  path: '/api/urging-ladder',
  access: 'assignWork',
  summary: 'Change when who is reminded, from the next run on',
  query: Which,
  body: HeldLadder,
  response: HeldLadder,
});
