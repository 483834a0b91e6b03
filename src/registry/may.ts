import { z } from 'zod';
import type { AccountDuty } from './account.ts';
import { type Post, type Role, roles } from './post.ts';

export type User = { id: string; name: string; email: string };

/** How somebody is signed in. */
export type ActorSession = { id: string; must: AccountDuty | null; idleSeconds: number };

/** Whoever asks: somebody signed in, or nobody known. */
export type Actor = { user: User | null; posts: readonly Post[]; session?: ActorSession };
export type Person = Actor & { user: User };

const everybody = roles;
const agencyPeople = ['head', 'officer'] as const;

/** Who may do what: the one table, for the server's guard, for the buttons and for the list of places to go. */
const rights = {
  // the register
  readRegister: everybody,
  readReview: ['administrator', 'coordinator', 'leader'],
  importDocuments: ['coordinator'],
  reviewDocuments: ['coordinator'],
  issueDocuments: ['coordinator'],
  publishDocuments: ['coordinator'],
  compareDocuments: ['coordinator'],
  changeAgencies: ['administrator', 'coordinator'],
  changeIndicators: ['administrator', 'coordinator'],
  reorganise: ['administrator', 'coordinator'],
  changeCalendar: ['administrator', 'coordinator'],
  changePaths: ['administrator', 'coordinator'],
  // those of an agency see their own scorecard; which that is, is asked of each
  seeScorecard: everybody,
  compareAgencies: ['coordinator', 'leader', 'supervisor'],
  changeScale: ['coordinator'],
  // the work; which agency's it is, is asked of each piece
  seeMyWork: everybody,
  seeDuty: everybody,
  assignWork: ['coordinator'],
  answerDuty: agencyPeople,
  divideDuty: agencyPeople,
  writeProgress: agencyPeople,
  approveProgress: ['head'],
  judgeResult: ['coordinator', ...agencyPeople],
  raiseObstacle: agencyPeople,
  answerObstacle: ['coordinator', 'leader', ...agencyPeople],
  askDueChange: ['coordinator', ...agencyPeople],
  // people of an agency decide on the parts that it handed to others
  decideDueChange: ['coordinator', 'leader', ...agencyPeople],
  urge: ['coordinator', 'leader'],
  askQuestion: ['leader', 'supervisor'],
  answerQuestion: agencyPeople,
  // what leaders follow, and stocktakes
  follow: ['coordinator', 'leader'],
  seeStocktakes: everybody,
  holdStocktakes: ['coordinator', 'leader'],
  // reporting; which agency's it is, is asked of each submission
  seeReporting: everybody,
  changeRegimes: ['administrator', 'coordinator'],
  openRounds: ['coordinator'],
  fillSubmission: agencyPeople,
  approveSubmission: ['head'],
  judgeSubmission: ['coordinator'],
  askCorrection: agencyPeople,
  decideCorrection: ['coordinator'],
  importFigures: ['coordinator'],
  writeReport: ['coordinator'],
  signReport: ['leader'],
  makeDocuments: ['coordinator', 'leader'],
  draftPlans: ['coordinator'],
  changeTemplates: ['administrator'],
  // large files in parts, for whatever takes a file
  sendFiles: everybody,
  // the installation
  manageUsers: ['administrator'],
  changeSettings: ['administrator'],
  manageJobs: ['administrator'],
  readAudit: ['administrator'],
} as const satisfies Record<string, readonly Role[]>;

export type Verb = keyof typeof rights;
export const verbs = Object.keys(rights) as Verb[];
export const Verb = z.enum(verbs);

/**
 * Who may call an endpoint: anybody, whoever is signed in, or whose posts allow a verb. To their own account they come even while
 * something must be done with it before all else.
 */
export type Access = 'public' | 'ownAccount' | 'signedIn' | Verb;

/** What is to be done something with: the agency it lies with, and all above that one. */
export type Subject = { agencyAndAbove: readonly string[] };

const holds = (role: Role, verb: Verb): boolean => (rights[verb] as readonly Role[]).includes(role);

/** The one place that decides. Without a subject: whether there is anything at all that the actor may do it with. */
export function may({ user, posts, session }: Actor, access: Access, subject?: Subject): boolean {
  if (access === 'public') return true;
  if (user === null) return false;
  if (access === 'ownAccount') return true;
  if (session?.must) return false;
  if (access === 'signedIn') return true;
  return posts.some(
    ({ role, agencyId }) => holds(role, access) && (!subject || subject.agencyAndAbove.includes(agencyId)),
  );
}

/** All that an actor may do with anything. */
export const allowedVerbs = (actor: Actor): Verb[] => verbs.filter((verb) => may(actor, verb));
