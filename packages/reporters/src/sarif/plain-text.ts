/**
 * A message that means what it says: `[text](target)` would be a link (section 3.11.6 of the specification).
 * Brackets elsewhere, as in `containers[0]`, mean themselves and stay readable for hosts that know no escapes.
 */
export function plainText(text: string): string {
  return text.includes('](') ? text.replace(/[\\[\]]/g, '\\$&') : text;
}
