import { checkDocumentForm } from '../api/form-check.ts';
import { checkUploaded } from '../services/check-uploaded.ts';
import type { Route } from './route.ts';
import { withUpload } from './upload.ts';

export function formCheckRoutes(route: Route): void {
  route(checkDocumentForm, ({ app, user, request }) =>
    withUpload({ request, app, user }, app.maxFileBytes, ({ file }) => checkUploaded(app, file)),
  );
}
