import { expect, test } from 'vitest';
import { CallError } from '../../src/api/client.ts';
import { vi } from '../words/vi.ts';
import { nothingFound } from './nothing-found.ts';

const none = vi.duty.noPeople;
const said = (asked: { isFetching: boolean; error: unknown }) => nothingFound(asked, none, vi, 'vi');

test('nobody is said not to be there while they are still being asked for, or could not be asked for', () => {
  expect(said({ isFetching: true, error: null })).toBe(vi.list.loading);
  expect(said({ isFetching: false, error: new CallError('unreachable') })).toBe(vi.fault.unreachable);
  expect(said({ isFetching: false, error: null })).toBe(none);
});
