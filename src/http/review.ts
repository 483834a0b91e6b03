import * as endpoints from '../api/review.ts';
import { actInReview } from '../services/act-in-review.ts';
import { changeDocumentState } from '../services/change-document-state.ts';
import { readSelection } from '../services/read-selection.ts';
import { getReview, getStory, refuseUnknownDocument } from '../services/review.ts';
import { newEventStream, untilSessionEnds } from './event-stream.ts';
import type { Route } from './route.ts';

export function reviewRoutes(route: Route): void {
  route(endpoints.getReview, ({ app, user, params }) => getReview(app, user, params.id));

  route(endpoints.actInReview, ({ app, user, params, body }) => actInReview(app, user, params.id, body));

  route(endpoints.readSelection, async ({ app, params, body }) => ({
    drafts: await readSelection(app, params.id, body.span),
  }));

  route(endpoints.changeDocumentState, ({ app, user, params, body }) =>
    changeDocumentState(app, user, params.id, body),
  );

  route(endpoints.reviewEvents, async ({ app, actor, user, params, reply }) => {
    await refuseUnknownDocument(app, params.id);
    const stream = newEventStream();
    const tell = (news: endpoints.ReviewEvent) => stream.send(news.kind, news);
    const leave = await app.live.watch(params.id, { user, tell, end: stream.end });
    return stream.answer(reply, await untilSessionEnds(app, actor, { stream, leave }));
  });

  route(endpoints.getStory, async ({ app, params, query: { kind, finding, ...page } }) => ({
    actions: await getStory(app, params.id, kind && finding ? { kind, id: finding } : undefined, page),
  }));
}
