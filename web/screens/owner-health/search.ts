import type { z } from 'zod';
import { HealthFilter } from '../../../src/api/owner-health.ts';

export const HealthSearch = HealthFilter;
type Loose<T> = { [K in keyof T]?: T[K] | undefined };
export type HealthSearch = Loose<z.output<typeof HealthSearch>>;
