import * as endpoints from '../api/calendar.ts';
import { changeCalendarDay, getCalendar } from '../services/calendar.ts';
import type { Route } from './route.ts';

export function calendarRoutes(route: Route): void {
  route(endpoints.getCalendar, ({ app }) => getCalendar(app));
  route(endpoints.changeCalendarDay, ({ app, user, params, body }) => changeCalendarDay(app, user, params.day, body));
}
