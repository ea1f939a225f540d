/** Why the job could not be done, in one sentence for the user. */
export class ActionError extends Error {}
