import { describe, expect, it } from 'vitest';
import type { DutyReport } from './duty-report.ts';
import { reportThen } from './report-then.ts';

const by = { id: 'u', name: 'Nguyễn Văn A' };
const at = (day: string) => ({ at: `${day}T02:00:00.000Z`, by });
const ids = {
  id: '7f1c4a52-8a7e-4d0f-9d5a-6a3f6f0c1b2d',
  dutyId: '7f1c4a52-8a7e-4d0f-9d5a-6a3f6f0c1b2e',
  agencyId: 'so-a',
};

const report: DutyReport = {
  ...{ stage: 'accepted', due: null, wantsProof: false, openPieces: 0, inside: [], sent: [], evidence: [] },
  obstacles: [
    {
      ...{ ...ids, what: 'Thiếu kinh phí', impact: '', deciderId: null, wantedBy: null, version: 1, may: ['close'] },
      ...{
        raised: at('2025-05-02'),
        answer: { text: 'Bố trí', ...at('2025-05-20') },
        closedAt: '2025-05-21T02:00:00.000Z',
      },
    },
  ],
  dueChanges: [
    {
      ...{ ...ids, asked: at('2025-05-03'), reason: 'Chờ hướng dẫn', dueBefore: null, dueProposed: '2025-12-31' },
      ...{
        stage: 'granted',
        dueGranted: '2025-12-31',
        decided: { ...at('2025-05-22'), because: null },
        version: 2,
        may: [],
      },
    },
  ],
  questions: [],
  may: { write: true, send: true, addEvidence: true, raiseObstacle: true, askDueChange: true, ask: true },
  agencies: {},
};

describe('what was reported of a duty, on a past day', () => {
  it('leaves out what came later, an answer or a decision as well as a whole obstacle', () => {
    const then = reportThen(report, '2025-05-10');
    expect(then.obstacles.map(({ answer, closedAt }) => [answer, closedAt])).toEqual([[null, null]]);
    expect(then.dueChanges.map(({ stage, dueGranted }) => [stage, dueGranted])).toEqual([['asked', null]]);
    expect(reportThen(report, '2025-05-01').obstacles).toEqual([]);
    expect(reportThen(report, '2025-05-22').dueChanges[0]?.stage).toBe('granted');
  });

  it('offers nothing that could be done', () => {
    const { may, obstacles } = reportThen(report, '2025-05-10');
    expect(Object.values(may).filter((one) => one === true)).toEqual([]);
    expect(obstacles[0]?.may).toEqual([]);
  });
});
