import { describe, expect, it } from 'vitest';
import { readConfig, settingsHelp } from './config.ts';

describe('the configuration', () => {
  it('is complete without a word from anybody', () => {
    expect(readConfig([], {})).toEqual({
      config: {
        host: '127.0.0.1',
        port: 8080,
        dataFolder: `${process.cwd()}/data`,
        secondFactorFor: ['administrator'],
        idleMinutes: 15,
        administratorIdleMinutes: 5,
        accountReviewMonths: 6,
        files: 'database',
        filesRegion: 'us-east-1',
        scanAway: 'refuse',
        maxFileBytes: 50_000_000,
        mailFrom: 'Tiến Độ <tien-do@localhost>',
        secrets: false,
        innerHosts: [],
        keepNoticesDays: 730,
        keepDepartedDays: 90,
        keepTracesDays: 95,
        log: 'problems',
        demo: true,
      },
      rest: [],
      flags: {},
    });
  });

  it('comes from the environment, and flags win over it', () => {
    const env = {
      TIENDO_PORT: '1',
      TIENDO_DEMO: 'off',
      TIENDO_DATA: '/a',
      DATABASE_URL: 'postgresql:///x?host=/run/p',
    };
    expect(readConfig(['--port', '2', '-d', '/b', 'one.docx'], env)).toMatchObject({
      config: { port: 2, demo: false, dataFolder: '/b', databaseUrl: 'postgresql:///x?host=/run/p' },
      rest: ['one.docx'],
    });
  });

  it('takes an empty variable for one that is not set', () => {
    expect(readConfig([], { DATABASE_URL: '', TIENDO_PORT: '' })).toMatchObject({ config: { port: 8080 } });
  });

  it.each([
    [['--port', '70000'], '--port / TIENDO_PORT'],
    [['--demo', 'yes'], '--demo / TIENDO_DEMO'],
    [['--database-url', 'mysql://x/y'], '--database-url / DATABASE_URL'],
    [['--smtp-url', 'http://mail'], '--smtp-url / TIENDO_SMTP_URL'],
    [['--mail-from', 'nobody'], '--mail-from / TIENDO_MAIL_FROM'],
    [['--keep-notices-days', '0'], '--keep-notices-days / TIENDO_KEEP_NOTICES_DAYS'],
    [['--inner-hosts', 'nhan.tinh.local,http://10.0.0.1/'], '--inner-hosts / TIENDO_INNER_HOSTS'],
    [['--files', 's3', '--files-key-file', '/k'], '--files-bucket / TIENDO_FILES_BUCKET'],
    [['--files', 's3', '--files-bucket', 'https://s3.tinh.vn/tep'], '--files-key-file / TIENDO_FILES_KEY_FILE'],
    [['--files-bucket', 'https://khoa:mat@s3.tinh.vn/tep'], '--files-bucket / TIENDO_FILES_BUCKET'],
    [['--max-file-bytes', '0'], '--max-file-bytes / TIENDO_MAX_FILE_BYTES'],
  ])('names what is wrong with %j', (args, name) => {
    expect(readConfig(args, {})).toEqual({ problems: [expect.stringContaining(name)] });
  });

  it('explains every setting in its help', () => {
    for (const name of ['--port', '--host', '--data', '--database-url', '--public-url', '--max-file-bytes', '--demo']) {
      expect(settingsHelp()).toContain(name);
    }
  });
});
