import type { Language } from '../values/format.ts';
import type { HealthFault } from './owner-health.ts';

/** What is wrong with how a piece of work is looked after. */
export const healthWords: Record<Language, Record<HealthFault, string>> = {
  vi: {
    noOfficer: 'Chưa có người phụ trách',
    neverSaid: 'Chưa cập nhật lần nào',
    idle30: 'Không cập nhật quá 30 ngày',
    idle60: 'Không cập nhật quá 60 ngày',
    idle90: 'Không cập nhật quá 90 ngày',
    nobodyCame: 'Cơ quan chưa có ai đăng nhập',
  },
  en: {
    noOfficer: 'No responsible person',
    neverSaid: 'Never updated',
    idle30: 'No update for more than 30 days',
    idle60: 'No update for more than 60 days',
    idle90: 'No update for more than 90 days',
    nobodyCame: 'Nobody of the agency has signed in',
  },
};
