import type { Placement, Token } from '@regmigrate/core';
import type { OutlineNode } from './outline.ts';

const IMAGE_KEY = /image$/i;
/** A string inside an action, or text between two control actions. */
const OPENS = /\{\{[^{}]*["'`]$|\}\}$/;
const CLOSES = /^["'`][^{}]*\}\}|^\{\{-?\s*(?:end|else)\b/;
/** A function that looks at a string instead of printing it. */
const COMPARES =
  /\{\{[^{}]*\b(?:eq|ne|replace|contains|hasPrefix|hasSuffix|trimPrefix|trimSuffix|regex\w*|split\w*)\b[^{}]*$/;
/** The same functions further down the pipe: `{{ default "NAME" .x | replace … }}`. */
const PIPED = /^["'`][^{}]*\|\s*(?:replace|trimPrefix|trimSuffix|regex\w*|split\w*|contains|hasPrefix)\b/;
/** The path that follows an action which prints a domain: `{{ Registry "k8s.gcr.io" }}/pause:3.1`. */
const JOINED_PATH =
  /^["'`]\s*-?\}\}\/([a-z0-9][a-z0-9._/-]*)(?::(\w[\w.-]*)?(\{\{[^{}]*\}\}[\w.-]*)?)?["']?\s*$/;

/**
 * What a name inside a templated scalar is. An image field whose template holds the whole reference, or
 * its domain with the path right behind the action, is read like a plain one; all else stays a template.
 */
export function placeInTemplate(
  token: Token,
  node: OutlineNode,
  before: string,
  after: string,
): Omit<Placement, 'locator'> {
  if (isCompared(before, after)) return { context: 'comparison' };
  if (!IMAGE_KEY.test(node.key ?? '') || !OPENS.test(before)) return { context: 'template' };
  const pinned = token.reference?.tag ?? token.reference?.digest;
  if (pinned && !pinned.templated && CLOSES.test(after)) return { context: 'template-image' };
  const [, path, tag, templated] = token.reference ? [] : (JOINED_PATH.exec(after) ?? []);
  if (path === undefined) return { context: 'template' };
  const whole = `${token.written}/${path}`;
  return {
    context: 'template-image',
    completions: [tag !== undefined && !templated ? `${whole}:${tag}` : whole],
  };
}

/** Whether the action around a name looks at it instead of printing it. */
export const isCompared = (before: string, after: string): boolean =>
  COMPARES.test(before) || PIPED.test(after);
