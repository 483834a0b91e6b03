import * as endpoints from '../api/obstacles.ts';
import { raiseObstacle, stepObstacle } from '../services/obstacles.ts';
import type { Route } from './route.ts';

export function obstacleRoutes(route: Route): void {
  route(endpoints.raiseObstacle, ({ app, actor, params, body }) => raiseObstacle(app, actor, params.id, body));
  route(endpoints.stepObstacle, ({ app, actor, params, body }) => stepObstacle(app, actor, params.id, body));
}
