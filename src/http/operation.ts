import * as endpoints from '../api/operation.ts';
import type { App } from '../services/app.ts';
import { readOperation, readVitals } from '../services/operation.ts';
import type { Route } from './route.ts';

/** @param app past the wall: what is asked here is the machine's, and no person's rows */
export function operationRoutes(route: Route, app: App): void {
  route(endpoints.getOperation, () => readOperation(app));
  route(endpoints.getVitals, () => readVitals(app));
}
