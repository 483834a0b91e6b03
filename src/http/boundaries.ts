import * as endpoints from '../api/boundaries.ts';
import { boundaryLimits } from '../registry/boundary-file.ts';
import { getBoundaries, getShapes, loadBoundaries, removeBoundaries } from '../services/boundaries.ts';
import { Refusal } from '../values/refusal.ts';
import type { Route } from './route.ts';
import { receiveUpload } from './upload.ts';

export function boundaryRoutes(route: Route): void {
  route(endpoints.getBoundaries, async ({ app }) => ({ sets: await getBoundaries(app) }));
  route(endpoints.loadBoundaries, async ({ app, actor, request }) => {
    const upload = await receiveUpload(request, Math.min(app.maxFileBytes, boundaryLimits.fileBytes));
    try {
      const order = endpoints.BoundaryFields.safeParse(upload.order);
      if (!order.success) throw new Refusal('invalidInput', { field: 'order' });
      return await loadBoundaries(app, actor, { file: upload.file, ...order.data });
    } finally {
      await upload.received;
    }
  });
  route(endpoints.removeBoundaries, async ({ app, actor, params }) => {
    await removeBoundaries(app, actor, params.id);
    return {};
  });
  route(endpoints.getShapes, async ({ app, query }) => ({ shapes: await getShapes(app, query) }));
}
