import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Refusal } from '../../values/refusal.ts';
import { runProgram } from '../program.ts';

/** Where LibreOffice stands when it is not on the PATH. */
const usualPlaces = [
  '/usr/bin/soffice',
  '/usr/lib/libreoffice/program/soffice',
  '/opt/libreoffice/program/soffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  'C:\\Program Files\\LibreOffice\\program\\soffice.com',
];

/** The program, where it is installed on this machine. */
export function findLibreOffice(): string | undefined {
  const onPath = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'soffice'));
  return [...onPath, ...usualPlaces].find((place) => existsSync(place));
}

export type Conversion = {
  program: string;
  bytes: Uint8Array;
  /** Extension of the file given, without its dot. */
  from: string;
  to: 'docx' | 'doc' | 'odt' | 'rtf' | 'pdf';
  seconds: number;
  /** Ends it before its time. */
  signal?: AbortSignal | undefined;
};

/** Nothing in a document runs and nothing it names is fetched. */
const settings = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
</oor:items>
`;

/**
 * Converts a file with LibreOffice, in a folder and with a profile of its own, so that several may run side by side.
 * @throws Refusal fileTakesTooLong; fileBroken where LibreOffice makes nothing of it
 */
export async function convert({ program, bytes, from, to, seconds, signal }: Conversion): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'tiendo-office-'));
  try {
    const profile = join(folder, 'profile');
    await mkdir(join(profile, 'user'), { recursive: true });
    await writeFile(join(profile, 'user', 'registrymodifications.xcu'), settings);
    const source = join(folder, `source.${from}`);
    await writeFile(source, bytes);
    const options = ['--headless', '--norestore', '--nologo', '--nolockcheck', '--nodefault'];
    // Whatever its exit code: what counts is the file it wrote.
    await runProgram(
      program,
      [
        `-env:UserInstallation=${pathToFileURL(profile).href}`,
        ...options,
        '--convert-to',
        to,
        '--outdir',
        join(folder, 'out'),
        source,
      ],
      { folder, seconds, signal, env: environmentIn(folder) },
    );
    return new Uint8Array(await readFile(join(folder, 'out', `source.${to}`)));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      throw new Refusal('fileBroken', { part: from, reason: 'conversion' });
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

const environmentIn = (folder: string): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH ?? '',
  HOME: folder,
  TMPDIR: folder,
  LANG: 'C.UTF-8',
  SAL_USE_VCLPLUGIN: 'svp',
});
