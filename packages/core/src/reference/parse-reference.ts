import type { ParsedReference, Part, Reference, ReferenceFault } from '../model/reference.ts';
import type { Span } from '../model/text.ts';
import { findTemplateExpressions } from './template-expressions.ts';

/*
 * The grammar of distribution/reference (its reference.go), with the split of a familiar name's domain
 * as in its normalize.go:
 *
 *   reference       := name [ ":" tag ] [ "@" digest ]
 *   name            := [ domain "/" ] path
 *   domain          := host [ ":" port ]
 *   host            := domain-name | IPv4 | "[" IPv6 "]"
 *   domain-name     := domain-component [ "." domain-component ]*
 *   domain-component:= /[a-zA-Z0-9]([a-zA-Z0-9-]*[a-zA-Z0-9])?/
 *   path            := path-component [ "/" path-component ]*
 *   path-component  := /[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*
 *   tag             := /[\w][\w.-]{0,127}/
 *   digest          := algorithm ":" hex, for the algorithms sha256, sha384 and sha512, in lower case
 *
 * The first component is a domain only if it holds "." or ":" or an upper-case letter, or is "localhost".
 * A template expression stands for text that is valid where it stands; a first component that is one
 * expression and nothing else is taken as the domain.
 */
const PORT = /^(.*):\d+$/s;
const DOMAIN_COMPONENT = /^[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?$/;
const IPV6 = /^\[[a-fA-F0-9:]+\]$/;
const TAG = /^\w[\w.-]*$/;
const HEX = /^[0-9a-fA-F]{32,}$/;
const HEX_LENGTH: ReadonlyMap<string, number> = new Map([
  ['sha256', 64],
  ['sha384', 96],
  ['sha512', 128],
]);
/** What the literal text around an expression may be: `@${D}`, `@sha256:${HEX}`, `@${ALGORITHM}:${HEX}`. */
const TEMPLATED_DIGEST = /^[A-Za-z0-9][A-Za-z0-9+._-]*(?::[0-9a-fA-F]+)?$/;

/*
 * A repeated group, as in the productions above, makes the matcher keep a stack as deep as the text is long,
 * and it throws at some megabytes. So these two say the same in two flat expressions: which characters there
 * may be, and which must not follow each other.
 */
const PATH_CHARACTERS = /^[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?$/;
const BAD_SEPARATOR = /\.[._-]|_[.-]|-[._]|___/;
const ALGORITHM_CHARACTERS = /^[a-z][a-z0-9+._-]*$/;
const BAD_ALGORITHM_SEPARATOR = /[+._-](?![a-z])/;

/** Length limits in characters, from the same grammar; what an expression expands to is not known. */
const PATH_LIMIT = 255;
const TAG_LIMIT = 128;

/** Stands in for an expression while the grammar looks: valid even in a port or IPv6, and keeps all offsets. */
const FILLER = '0';

/**
 * Reads one image reference; `text` is the reference and nothing else. Never throws; linear in time.
 * Spans are offsets into `text`. Source of the grammar: distribution/reference v0.6.0.
 */
export function parseReference(text: string): ParsedReference {
  const expressions = findTemplateExpressions(text);
  const masked = mask(text, expressions);
  const part = (start: number, end: number): Part => ({
    value: text.slice(start, end),
    span: { start, end },
    templated: expressions.some((span) => span.start < end && start < span.end),
  });
  const fault = (code: ReferenceFault, at: number): ParsedReference => ({ ok: false, fault: code, at });

  if (masked === '') return fault('empty', 0);
  const at = masked.indexOf('@');
  const beforeDigest = at < 0 ? masked.length : at;
  const lastSlash = masked.lastIndexOf('/', beforeDigest - 1);
  const colon = masked.indexOf(':', lastSlash + 1);
  const nameEnd = colon < 0 || colon > beforeDigest ? beforeDigest : colon;
  const firstSlash = masked.indexOf('/');
  const pathStart = hasDomain(masked, firstSlash, nameEnd, expressions) ? firstSlash + 1 : 0;

  const domain = pathStart > 0 ? part(0, firstSlash) : undefined;
  if (domain && !isDomain(masked.slice(0, firstSlash))) return fault('domain-malformed', 0);
  const path = part(pathStart, nameEnd);
  const pathFault = faultOfPath(masked.slice(pathStart, nameEnd), path.templated);
  if (pathFault) return fault(pathFault, pathStart);

  const reference: Mutable<Reference> = { path };
  if (domain) reference.domain = domain;
  if (nameEnd < beforeDigest) {
    const tag = part(nameEnd + 1, beforeDigest);
    const tooLong = !tag.templated && tag.value.length > TAG_LIMIT;
    if (tooLong || !TAG.test(masked.slice(nameEnd + 1, beforeDigest)))
      return fault('tag-malformed', nameEnd + 1);
    reference.tag = tag;
  }
  if (at >= 0) {
    reference.digest = part(at + 1, masked.length);
    const digestFault = faultOfDigest(masked.slice(at + 1), reference.digest.templated);
    if (digestFault) return fault(digestFault, at + 1);
  }
  return { ok: true, reference };
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

function mask(text: string, expressions: readonly Span[]): string {
  let masked = '';
  let at = 0;
  for (const { start, end } of expressions) {
    masked += text.slice(at, start) + FILLER.repeat(end - start);
    at = end;
  }
  return masked + text.slice(at);
}

function hasDomain(masked: string, slash: number, nameEnd: number, expressions: readonly Span[]): boolean {
  if (slash < 0 || slash > nameEnd) return false;
  const first = masked.slice(0, slash);
  const whollyTemplated = expressions[0]?.start === 0 && expressions[0].end === slash;
  return whollyTemplated || first === 'localhost' || /[.:A-Z]/.test(first);
}

function isDomain(text: string): boolean {
  const host = PORT.exec(text)?.[1] ?? text;
  return IPV6.test(host) || host.split('.').every((component) => DOMAIN_COMPONENT.test(component));
}

function isPath(text: string): boolean {
  return !BAD_SEPARATOR.test(text) && text.split('/').every((component) => PATH_CHARACTERS.test(component));
}

function faultOfPath(path: string, templated: boolean): ReferenceFault | undefined {
  if (!isPath(path))
    return /[A-Z]/.test(path) && isPath(path.toLowerCase()) ? 'path-uppercase' : 'path-malformed';
  return path.length > PATH_LIMIT && !templated ? 'name-too-long' : undefined;
}

function faultOfDigest(digest: string, templated: boolean): ReferenceFault | undefined {
  if (templated) return TEMPLATED_DIGEST.test(digest) ? undefined : 'digest-malformed';
  const colon = digest.indexOf(':');
  const algorithm = digest.slice(0, Math.max(colon, 0));
  const hex = digest.slice(colon + 1);
  const wellFormed = ALGORITHM_CHARACTERS.test(algorithm) && !BAD_ALGORITHM_SEPARATOR.test(algorithm);
  if (!wellFormed || !HEX.test(hex)) return 'digest-malformed';
  const wanted = HEX_LENGTH.get(algorithm);
  if (wanted === undefined) return 'digest-unsupported';
  if (hex.length !== wanted) return 'digest-length';
  return hex === hex.toLowerCase() ? undefined : 'digest-malformed';
}
