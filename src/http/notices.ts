import * as endpoints from '../api/notices.ts';
import { changeChoice, readChoice, readNotices, readOff } from '../services/notices.ts';
import { newEventStream, untilSessionEnds } from './event-stream.ts';
import type { Route } from './route.ts';

export function noticeRoutes(route: Route): void {
  route(endpoints.listNotices, ({ app, user, query: { unread, ...page } }) =>
    readNotices(app, user, { ...page, unread: unread === 'true' }),
  );
  route(endpoints.readOffNotices, ({ app, user, body }) => readOff(app, user, body));
  route(endpoints.noticeEvents, async ({ app, actor, user, reply }) => {
    const stream = newEventStream();
    const leave = await app.liveNotices.watch({
      userId: user.id,
      tell: () => stream.send('noticed', {}),
      tellOfFigures: () => stream.send('figures', {}),
      tellOfRound: (news) => stream.send('round', news),
      end: stream.end,
    });
    return stream.answer(reply, await untilSessionEnds(app, actor, { stream, leave }));
  });
  route(endpoints.getNoticeChoice, ({ app, user }) => readChoice(app, user));
  route(endpoints.changeNoticeChoice, ({ app, user, body }) => changeChoice(app, user, body));
}
