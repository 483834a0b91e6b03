import { checkDocumentForm } from '../api/form-check.ts';
import { checkUploaded } from '../services/check-uploaded.ts';
import type { Route } from './route.ts';
import { receiveUpload } from './upload.ts';

export function formCheckRoutes(route: Route): void {
  route(checkDocumentForm, async ({ app, request }) => {
    const upload = await receiveUpload(request, app.maxFileBytes);
    try {
      return await checkUploaded(app, upload.file);
    } finally {
      await upload.received;
    }
  });
}
