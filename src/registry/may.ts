/** Who may call an endpoint. */
export type Access = 'public' | 'signedIn';

export type User = { id: string; name: string; email: string };

/** Whoever asks: somebody signed in, or nobody known. */
export type Actor = { user: User | null };

/** The one place that decides. */
export const may = (actor: Actor, access: Access): boolean => access === 'public' || actor.user !== null;
