import { runProgram } from '../program.ts';

/** What LibreOffice takes for Times New Roman on this machine, with Vietnamese letters; null where fontconfig is not there to say. */
export async function serifFont(): Promise<string | null> {
  const asked = ['-f', '%{family[0]}', 'Times New Roman:lang=vi'];
  try {
    const { code, output } = await runProgram('fc-match', asked, { env: process.env, input: 'nothing', seconds: 10 });
    return code === 0 && output !== '' ? output : null;
  } catch {
    return null;
  }
}
