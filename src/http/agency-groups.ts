import * as endpoints from '../api/agency-groups.ts';
import * as groups from '../services/agency-groups.ts';
import { addGroup, changeGroup } from '../services/edit-group.ts';
import type { Route } from './route.ts';

export function agencyGroupRoutes(route: Route): void {
  route(endpoints.listAgencyGroups, ({ app, query }) => groups.listGroups(app, query.asOf));
  route(endpoints.groupMembers, ({ app, params, query }) => groups.groupMembers(app, params.id, query));
  route(endpoints.getGroupStory, ({ app, params }) => groups.groupStory(app, params.id));
  route(endpoints.listProfiles, ({ app }) => groups.groupProfiles(app));
  route(endpoints.tryGroup, ({ app, body }) => groups.tryGroup(app, body));
  route(endpoints.changeGroup, async ({ app, user, params, body }) => ({
    group: await changeGroup(app, user, params.id, body),
  }));
  route(endpoints.addGroup, async ({ app, user, body }) => ({ group: await addGroup(app, user, body) }));
}
