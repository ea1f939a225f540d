import type { Format, Placement, Problem, Reading, SourceFile, Token } from '@regmigrate/core';
import { lineAround } from '../text/line-around.ts';
import { inComment } from '../text/comment-syntax.ts';
import { kustomizationContext } from './kustomization.ts';
import { isReported, locatorOf } from './locator.ts';
import { maskTemplates } from './mask-templates.ts';
import { spotAt, type Outline } from './outline.ts';
import { placeInBlock } from './place-in-block.ts';
import { placeScalar } from './place-scalar.ts';
import { readOutline } from './read-outline.ts';
import { ruleListContext } from './rule-lists.ts';
import { placeUnparsed } from './place-unparsed.ts';

const PATH =
  /\.(?:ya?ml|json|jsonc|json5)(?:\.(?:tmpl|tpl|template|in|j2|jinja2?|gotmpl|dist|example|sample|orig|out|golden|erb|sops))?$|(?:^|\/)(?:\.?kube)?config\.ya?ml$/i;

/** YAML of any kind and JSON, which is YAML written in flow style; templates of either. */
export default {
  id: 'yaml',
  summary: 'YAML and JSON: manifests, values, kustomizations, CI and other configuration',
  accepts: ({ path, text }) =>
    PATH.test(path) || (/^apiVersion:\s/m.test(text.slice(0, 4000)) && /^kind:\s/m.test(text.slice(0, 4000))),
  read,
} satisfies Format;

function read(file: SourceFile, tokens: readonly Token[]): Reading {
  const outline = readOutline(maskTemplates(file.text));
  const problems: Problem[] = [];
  const templated = file.text.includes('{{');
  const placements = tokens.map((token): Placement => {
    const line = lineAround(file.text, token.name.start);
    const before = line.text.slice(0, token.name.start - line.start);
    return place(file, token, outline, before);
  });
  const fault = outline.faults[0];
  if (fault && !templated)
    problems.push({
      code: 'not-parsed',
      message: 'this is not quite YAML; names in it were judged line by line',
      span: { start: fault.at, end: fault.at },
    });
  return { placements, problems };
}

function place(file: SourceFile, token: Token, outline: Outline, before: string): Placement {
  const { text } = file;
  const spot = spotAt(outline, token.name.start);
  if (!spot) {
    const isComment = inComment(before, 'hash') || inComment(before, 'slashes');
    return { context: isComment ? 'comment' : placeUnparsed(text, token) };
  }
  const { node, part } = spot;
  const locator = locatorOf(text, node, outline);
  if (isReported(node)) return { context: 'reported-state', locator };
  const list = ruleListContext(text, node);
  if (list) return { context: list, locator };
  if (part === 'key') return { context: 'mapping-key', locator };
  const kustomization = kustomizationContext(file, node);
  if (kustomization) return { context: kustomization, locator };
  if (node.style === 'literal' || node.style === 'folded')
    return { ...placeInBlock(file, token, node), locator };
  return { ...placeScalar(text, token, node), locator };
}
