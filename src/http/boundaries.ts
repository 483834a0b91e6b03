import * as endpoints from '../api/boundaries.ts';
import { boundaryLimits } from '../registry/boundary-file.ts';
import { getBoundaries, getShapes, loadBoundaries, removeBoundaries } from '../services/boundaries.ts';
import type { Route } from './route.ts';
import { orderOf, withUpload } from './upload.ts';

export function boundaryRoutes(route: Route): void {
  route(endpoints.getBoundaries, async ({ app }) => ({ sets: await getBoundaries(app) }));
  route(endpoints.loadBoundaries, ({ app, actor, user, request }) =>
    withUpload({ request, app, user }, Math.min(app.maxFileBytes, boundaryLimits.fileBytes), (upload) =>
      loadBoundaries(app, actor, { file: upload.file, ...orderOf(upload, endpoints.BoundaryFields) }),
    ),
  );
  route(endpoints.removeBoundaries, async ({ app, actor, params }) => {
    await removeBoundaries(app, actor, params.id);
    return {};
  });
  route(endpoints.getShapes, async ({ app, query }) => ({ shapes: await getShapes(app, query) }));
}
