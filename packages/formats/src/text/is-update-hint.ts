/** `# renovate: datasource=docker depName=`: where Renovate looks up the versions of what the next line holds. */
const HINT = /\brenovate:[^\n]*\b(?:depName|packageName|lookupName|docker|image)\s*[=:]\s*["']?$/;

/** Whether what stands before a name in a comment makes it such a hint. */
export const isUpdateHint = (before: string): boolean => HINT.test(before.slice(-400));
