import type { ContextId, Placement, Token } from '@regmigrate/core';
import { flagContext } from '../text/flag-context.ts';
import { valueOf } from './locator.ts';
import { placeInTemplate } from './place-in-template.ts';
import { ancestry, childOf, type OutlineNode } from './outline.ts';

const PROSE_KEY =
  /^(?:description|message|summary|title|explanation|notes?|help|comment|reason|text|readme|changelog|artifacthub\.io\/changes)$/i;
/** Keys beside a lone domain that complete it, the more telling first. */
const PATH_KEYS = ['repository', 'image', 'repo', 'name', 'imageName', 'path'];
const TAG_KEYS = ['tag', 'imageTag', 'version'];
/** Beside a `name` that is only a label, such as a dependency’s, `version` stands as well. */
const tagKeysBeside = (key: string | undefined): readonly string[] =>
  key === 'name' ? TAG_KEYS.filter((tagKey) => tagKey !== 'version') : TAG_KEYS;
const DOMAIN_KEY = /registry|domain|host|^hub$/i;
const KUBEADM_KEY = /^(?:imageRepository|image-repository|image_repository)$/;
const COMMAND_KEY = /^(?:args|command|cmd|entrypoint|value|extraArgs|run|shell|script|flags?|options?)$/i;
/** What follows a name in a pattern; `\n` and `\"` are escapes of the string, not of a pattern. */
const PATTERN = /^.{0,2}?(?:[\^$*?|]|\\(?![nrt"'\\])|\.\+|\[\^?\w)/;
/** JSON in a string, its quotes escaped or not: `[{\"image\":\"`. */
const EMBEDDED_IMAGE = /\\*"image\\*"\s*:\s*\\*"$/;
const TEMPLATE = /\{\{|\{%|\$\{\{/;

/** What a name in a one-line scalar is. `text` is the original, with template actions in place. */
export function placeScalar(text: string, token: Token, node: OutlineNode): Omit<Placement, 'locator'> {
  const before = text.slice(node.span.start, token.name.start);
  const after = text.slice(token.extent.end, node.span.end);
  const whole = /^(?:docker:\/\/|docker-pullable:\/\/)?$/.test(before.trim()) && after.trim() === '';

  if (PROSE_KEY.test(node.key ?? '')) return { context: 'prose' };
  if (whole) return token.reference ? wholeReference(text, token, node) : loneDomain(text, node);
  if (before === '' && after === '/') return { context: 'domain-field' };
  if (EMBEDDED_IMAGE.test(before) && token.reference && /^\\*"/.test(after))
    return { context: 'embedded-manifest' };
  if (TEMPLATE.test(before) || TEMPLATE.test(after)) return placeInTemplate(token, node, before, after);
  if (/^["'\s]*[!^]/.test(before) || PATTERN.test(after)) return { context: 'regular-expression' };
  if (!isArgument(node, before)) return { context: 'prose' };
  return { context: flagContext(before) ?? (token.reference ? 'field-text' : 'domain-field') };
}

function wholeReference(text: string, token: Token, node: OutlineNode): Omit<Placement, 'locator'> {
  const reference = token.reference;
  const pinned = reference?.tag ?? reference?.digest;
  const tag = pinned
    ? undefined
    : tagKeysBeside(node.key)
        .map((key) => valueOf(text, childOf(node.parent, key)))
        .find(Boolean);
  const context: ContextId =
    node.key === 'name' && !pinned && tag === undefined ? 'name-field' : 'image-field';
  return { context, ...(tag !== undefined && !/[{$]/.test(tag) && { siblings: { tag } }) };
}

function loneDomain(text: string, node: OutlineNode): Omit<Placement, 'locator'> {
  const { key = '', parent } = node;
  const path = PATH_KEYS.filter((name) => name !== key)
    .map((name) => valueOf(text, childOf(parent, name)))
    .find((value) => value !== undefined && /^[a-z0-9]/.test(value));
  if (path !== undefined && (DOMAIN_KEY.test(key) || /repo|image/i.test(key))) {
    const tag = TAG_KEYS.map((name) => valueOf(text, childOf(parent, name))).find(Boolean);
    const [sibling = '', own] = path.split(':');
    return {
      context: 'split-field',
      siblings: { path: sibling, ...((own ?? tag) && { tag: own ?? tag ?? '' }) },
    };
  }
  if (KUBEADM_KEY.test(key)) return { context: 'kubeadm-repository' };
  return { context: parent?.style === 'seq' && !DOMAIN_KEY.test(parent.key ?? '') ? 'text' : 'domain-field' };
}

/** `--image=NAME`, `NAME` as a word of a command, `a=NAME,b=…`: not a sentence. */
function isArgument(node: OutlineNode, before: string): boolean {
  if (/(?:^|[\s,;"'=(])(?:--?[\w-]+[= ]["']?|[\w.-]+=["']?)$/.test(before)) return true;
  for (const { key } of ancestry(node)) {
    if (key === undefined) continue;
    return COMMAND_KEY.test(key) && /(?:^|[\s=,;"'(|&])$/.test(before);
  }
  return false;
}
