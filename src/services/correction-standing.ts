import { type Correction, type CorrectionVerb, correctionVerbs } from '../registry/correction.ts';
import type { Figure } from '../registry/figure.ts';
import type { Person } from '../registry/may.ts';
import { submissionDuty } from '../store/filled-submissions.ts';
import type { App } from './app.ts';
import { today } from './clock.ts';
import { heirsOfEnded } from './heirs.ts';
import { submissionHats } from './submission-work.ts';

/** For which agency somebody may ask for a correction, and whether it is theirs to decide. */
type Standing = { asksFor: string | undefined; decides: boolean };

/** By whose it is today: a reorganisation may have handed it on, and of an agency that is no more it is the heirs'. */
export async function standingOf({ db, clock }: App, person: Person, figure: Figure): Promise<Standing> {
  const duty = figure.submissionId === null ? undefined : await submissionDuty(db, figure.submissionId);
  const holder = duty?.agencyId ?? figure.agency.id;
  const day = today(clock);
  const heirs = (await heirsOfEnded(db, [holder], day)).get(holder) ?? [];
  const standing: Standing = { asksFor: undefined, decides: false };
  for (const agencyId of [...heirs.map((heir) => heir.agencyId), holder]) {
    const hats = await submissionHats(db, person, agencyId, day);
    if (hats.has('own')) standing.asksFor ??= agencyId;
    standing.decides ||= hats.has('coordinator');
  }
  return standing;
}

export async function verbsOf(app: App, person: Person, { stage, figure }: Correction): Promise<CorrectionVerb[]> {
  const { asksFor, decides } = await standingOf(app, person, figure);
  return correctionVerbs(stage, { asks: asksFor !== undefined, decides });
}
