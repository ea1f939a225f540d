const ISSUES = 'https://github.com/regmigrate/regmigrate/issues';

/** What is said of an error that nobody expected: it is our mistake, and the stack helps us to mend it. */
export function describeError(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? String(error)) : String(error);
  return `regmigrate: sorry, this should not have happened.\n\n${stack}\n\nPlease tell us: ${ISSUES}\n`;
}
