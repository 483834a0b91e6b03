import { describe, expect, it } from 'vitest';
import { languages } from '../values/format.ts';
import { vitalSeen, vitalTitles, vitalTodo } from '../values/vital-words.ts';
import { type VitalFacts, type VitalName, vitalNames, vitalOf } from './vital.ts';

const now = new Date('2026-11-22T03:00:00Z');
const hoursAgo = (hours: number): Date => new Date(now.getTime() - hours * 3_600_000);
const disk = { folder: '/srv/tiendo', totalBytes: 100e9, databaseBytes: 2e9 };

/** Of each thing all that can be found, from the best to the worst. */
const found: { [Name in VitalName]: [VitalFacts[Name], string][] } = {
  database: [
    [{ reached: 'yes', version: 15, wrongLetters: null }, 'good'],
    [{ reached: 'none' }, 'warning'],
    [{ reached: 'yes', version: 14, wrongLetters: null }, 'bad'],
    [{ reached: 'yes', version: 15, wrongLetters: { encoding: 'SQL_ASCII', locale: 'C' } }, 'bad'],
    [{ reached: 'no', reason: 'connect ECONNREFUSED' }, 'bad'],
  ],
  migrations: [
    [{ database: 36, program: 36 }, 'good'],
    [{ database: 35, program: 36 }, 'warning'],
    [{ database: 37, program: 36 }, 'bad'],
  ],
  backup: [
    [{ lastAt: hoursAgo(20), now }, 'good'],
    [{ lastAt: hoursAgo(40), now }, 'warning'],
    [{ lastAt: null, now }, 'warning'],
    [{ lastAt: hoursAgo(9 * 24), now }, 'bad'],
  ],
  logArchive: [
    [{ archived: null }, 'good'],
    [{ archived: { lastAt: hoursAgo(1), failedAt: null } }, 'good'],
    [{ archived: { lastAt: null, failedAt: null } }, 'warning'],
    [{ archived: { lastAt: hoursAgo(9), failedAt: hoursAgo(1) } }, 'bad'],
  ],
  jobs: [
    [{ waiting: 3, oldestSeconds: 20, failed: 0 }, 'good'],
    [{ waiting: 3, oldestSeconds: 3600, failed: 0 }, 'warning'],
    [{ waiting: 0, oldestSeconds: 0, failed: 1 }, 'warning'],
  ],
  attachments: [
    [{ checked: 20, total: 400, damaged: [], place: 'folder' }, 'good'],
    [{ checked: 20, total: 400, damaged: ['ke-hoach.docx (folder, abc)'], place: 'folder' }, 'bad'],
    [{ away: 'folder', reason: 'connect ECONNREFUSED' }, 'bad'],
  ],
  disk: [
    [{ ...disk, freeBytes: 50e9 }, 'good'],
    [{ ...disk, freeBytes: 4e9 }, 'warning'],
    [{ ...disk, databaseBytes: 60e9, freeBytes: 50e9 }, 'warning'],
    [{ ...disk, freeBytes: 0.5e9 }, 'bad'],
  ],
  clock: [
    [{ offSeconds: -0.4 }, 'good'],
    [{ offSeconds: -5 }, 'warning'],
    [{ offSeconds: 3600 }, 'bad'],
  ],
  files: [
    [{ open: [], unreadable: [] }, 'good'],
    [{ open: ['/srv/tiendo/secret.key'], unreadable: [] }, 'bad'],
    [{ open: [], unreadable: ['/srv/tiendo/secret.key'] }, 'bad'],
  ],
  fonts: [
    [{ serif: 'Liberation Serif' }, 'good'],
    [{ serif: 'DejaVu Sans' }, 'warning'],
    [{ serif: null }, 'warning'],
  ],
  recognition: [
    [{ missing: null }, 'good'],
    [{ missing: 'vie' }, 'warning'],
  ],
  office: [
    [{ program: '/usr/bin/soffice' }, 'good'],
    [{ program: null }, 'warning'],
  ],
  mail: [
    [{ server: 'thu.tinh.vn:587', reason: null }, 'good'],
    [{ server: null }, 'warning'],
    [{ server: 'thu.tinh.vn:587', reason: 'Greeting never received' }, 'bad'],
  ],
  scanner: [
    [{ clamd: '/run/clamav/clamd.ctl', reason: null }, 'good'],
    [{ clamd: null }, 'warning'],
    [{ clamd: '/run/clamav/clamd.ctl', reason: 'connect ENOENT' }, 'bad'],
  ],
};

describe('the doctor', () => {
  it.each(vitalNames)('judges %s by what was found, and says what to do wherever it is not good', (name) => {
    for (const [facts, state] of found[name]) {
      const vital = vitalOf(name, facts as never);
      expect(vital.state, JSON.stringify(facts)).toBe(state);
      for (const language of languages) {
        expect(vitalTitles[language][name]).toBeTruthy();
        expect(vitalSeen(vital, language)).not.toMatch(/undefined|NaN/);
        expect(vitalTodo(vital, language) === null, vital.word).toBe(state === 'good');
      }
    }
  });

  it('names the font, the file and the reason in words that can be searched for', () => {
    const closed = vitalOf('files', { open: ['/srv/tiendo/secret.key'], unreadable: [] });
    expect(vitalSeen(closed, 'vi')).toContain('/srv/tiendo/secret.key');
    const silent = vitalOf('mail', { server: 'thu.tinh.vn:587', reason: 'Greeting never received' });
    expect(vitalSeen(silent, 'en')).toBe('thu.tinh.vn:587 does not answer: Greeting never received');
  });
});
