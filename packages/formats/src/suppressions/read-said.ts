/** What a directive says behind its word. */
export interface Said {
  readonly rules: readonly string[];
  readonly reason?: string;
  readonly fault?: string;
}

const ID = '[a-z0-9-]+(?:/[a-z0-9-]+)?';
const RULES = new RegExp(`^\\[\\s*(${ID}(?:[\\s,]+${ID})*)[\\s,]*\\]`);
/** More than this is no list of rules. In UTF-16 units. */
const LONGEST = 500;

/**
 * Rules in brackets and a reason behind a colon, both of which may be left out; anything else is a slip, and what
 * was meant is not known: `[k8s-staging` without its end must not be all rules.
 */
export function readSaid(text: string): Said {
  const list = RULES.exec(text.slice(0, LONGEST));
  const rest = text.slice(list?.[0].length ?? 0).trim();
  if (rest !== '' && !rest.startsWith(':')) return { rules: [], fault: FAULT };
  const reason = rest.slice(1).trim();
  return { rules: list?.[1]?.split(/[\s,]+/) ?? [], ...(reason !== '' && { reason }) };
}

const FAULT =
  'this is not understood and suppresses nothing; rules stand in brackets directly behind the word, and a reason behind a colon, as in regmigrate-ignore[k8s-gcr-io]: why';
