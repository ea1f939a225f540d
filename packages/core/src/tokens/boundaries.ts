import type { LeftBoundary, RightBoundary } from '../model/token.ts';

/** Schemes that tools put in front of a reference: skopeo, containers/image, rkt and systemd units. */
const TRANSPORT =
  /(?:^|[^a-z0-9+.-])(?:docker|docker-pullable|docker-daemon|containers-storage|docker-image|cri)(?::\/\/|:)$/i;
/** The query or fragment of a web address, up to here. */
const IN_URL = /[a-z]:\/\/[^\s"'<>()]*$|\]\(#$/i;
const SCHEME = /[a-z][a-z0-9+.-]*:\/\/$/i;
/** `${IMAGE:-k8s.gcr.io/pause}`, `${IMAGE-k8s.gcr.io/pause}`: the hyphen belongs to the expansion. */
const SHELL_DEFAULT = /(?::-|\$\{[A-Za-z_][A-Za-z0-9_]*-)$/;
/** `\n`, `\t`, `\r` of a quoted string: the letter belongs to the escape. */
const ESCAPE_LETTER = /\\[nrt]$/;
/** `{{ else }}k8s.gcr.io/…`: an action that prints nothing, so the name begins behind it. */
const CONTROL_ACTION =
  /(?:\{\{-?\s*(?:if|else|end|range|with|define|block)\b[^{}]{0,150}\}\}|\{%[^%]{0,150}%\})$/;
/** The left context that any of these expressions can need, in UTF-16 units. */
const REACH = 200;

export function leftBoundary(text: string, start: number): LeftBoundary {
  const before = text.slice(Math.max(0, start - REACH), start);
  const last = before.at(-1);
  if (last === undefined) return 'open';
  if (last === '/') {
    if (TRANSPORT.test(before)) return 'transport';
    return SCHEME.test(before) ? 'url' : 'path';
  }
  if (last === '}' && CONTROL_ACTION.test(before)) return 'open';
  if (last === '}') return 'template';
  if (last === '.' && before.at(-2) === '}') return 'template';
  if (last === '@') return 'glued';
  if (last === '\\') return /\\\\$/.test(before) ? 'open' : 'path';
  if (/[=#?&]/.test(last) && IN_URL.test(before)) return 'path';
  if (/[A-Za-z0-9._-]/.test(last))
    return SHELL_DEFAULT.test(before) || ESCAPE_LETTER.test(before) ? 'open' : 'glued';
  return 'open';
}

export function rightBoundary(text: string, end: number): RightBoundary {
  const after = text.slice(end, end + 4);
  return /^(?:[A-Za-z0-9_-]|\\{0,2}\.[A-Za-z0-9])/.test(after) ? 'cut' : 'open';
}
