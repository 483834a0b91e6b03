import * as endpoints from '../api/sections.ts';
import { getSubmissionSections, saveSection } from '../services/sections.ts';
import type { Route } from './route.ts';

export function sectionRoutes(route: Route): void {
  route(endpoints.getSubmissionSections, ({ app, params }) => getSubmissionSections(app, params.id));
  route(endpoints.saveSection, ({ app, actor, params, body }) =>
    saveSection(app, actor, { submissionId: params.id, section: params.section }, body),
  );
}
