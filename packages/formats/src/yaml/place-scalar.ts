import { goesOnEscaped, type ContextId, type Placement, type Token } from '@regmigrate/core';
import { commandContext } from '../text/command-context.ts';
import { flagContext } from '../text/flag-context.ts';
import { valueOf } from './locator.ts';
import { placeInTemplate } from './place-in-template.ts';
import { ancestry, childOf, type OutlineNode } from './outline.ts';
import { DOMAIN_KEY, PATH_KEYS, tagBeside } from './split-keys.ts';

const PROSE_KEY =
  /^(?:description|message|summary|title|explanation|notes?|help|comment|reason|text|readme|changelog)$/i;
const LOGIN_KEYS = ['username', 'password', 'auth', 'token'];
/** The old side of a table that renames, and what a test or schema expects. */
const MATCH_KEY =
  /^(?:from|source|src|old|oldName|oldImage|previousImage|match|original|regexp?|pattern|prefix|find|search)$/i;
/** A template or variable, whose value is not known. */
const UNKNOWN = /^(?:\{\{|\$)/;
/** A domain, with a path on it perhaps; not a reference, whose tag would follow the path. */
const DOMAIN = /^(?:localhost|[\w-]+(?:\.[\w-]+)+)(?::\d+)?(?:\/[\w./-]*)?$/;
const NEW_KEYS = [
  'to',
  'new',
  'newName',
  'replace',
  'replacement',
  'mirrored',
  'target',
  'dst',
  'with',
  'destination',
];
const COMPARED_KEY = /^(?:const|enum|equals?|expected\w*|want|contains|notEqual|isSubset|matchRegex)$/i;
/** A label matcher of Prometheus or LogQL: `{image="NAME"}`. */
const MATCHER = /[{,]\s*\w+\s*(?:=~?|!=|!~)\s*\\*["']$/;
const KUBEADM_KEY = /^(?:imageRepository|image-repository|image_repository)$/;
const COMMAND_KEY =
  /^(?:args|command|cmd|entrypoint|value|extraArgs|run|runcmd|bootcmd|commands|shell|before_script|after_script|script|flags?|options?)$/i;
/** What follows a name in a pattern; `\n` and `\"` are escapes of the string, not of a pattern. */
const PATTERN = /^.{0,2}?(?:[\^$*?|]|\\(?![nrt"'\\])|\.\+|\[\^?\w)/;
/** JSON in a string, its quotes escaped or not: `[{\"image\":\"`. */
const EMBEDDED_IMAGE = /\\*"image\\*"\s*:\s*\\*"$/;
const TEMPLATE = /\{\{|\{%|\$\{\{/;

/** A shell or compose default: `${IMAGE:-k8s.gcr.io/pause:3.1}`. */
const OPENING = /^(?:docker(?:-pullable)?:\/\/)?(?:\$\{\w+:?-)?$/;
const CLOSING = /^\}?$/;
/** How far a long value is looked at on either side of a name, in UTF-16 units. */
const REACH = 400;

/** Whether a scalar holds one name and nothing else. */
export function isWhole(text: string, token: Token, node: OutlineNode): boolean {
  if (token.name.start - node.span.start > REACH || node.span.end - token.extent.end > REACH) return false;
  const before = text.slice(node.span.start, token.name.start).trim();
  return OPENING.test(before) && CLOSING.test(text.slice(token.extent.end, node.span.end).trim());
}

/** What a name in a scalar is. `text` is the original, with template actions in place. */
export function placeScalar(text: string, token: Token, node: OutlineNode): Omit<Placement, 'locator'> {
  const before = text.slice(Math.max(node.span.start, token.name.start - REACH), token.name.start);
  const after = text.slice(token.extent.end, Math.min(node.span.end, token.extent.end + REACH));

  if (PROSE_KEY.test(node.key ?? '')) return { context: 'prose' };
  if (KUBEADM_KEY.test(node.key ?? '') && !token.reference) return kubeadmRepository(text, token, node);
  if (isWhole(text, token, node))
    return token.reference ? wholeReference(text, token, node) : loneDomain(text, token, node);
  if (before === '' && after === '/') return loneDomain(text, token, node);
  if (node.style === 'double' && OPENING.test(before) && goesOnEscaped(text, token.extent.end))
    return { context: 'image-field' };
  if (MATCHER.test(before)) return { context: 'comparison' };
  if (EMBEDDED_IMAGE.test(before) && token.reference && /^\\*"/.test(after))
    return { context: 'embedded-manifest' };
  if (TEMPLATE.test(before) || TEMPLATE.test(after)) return placeInTemplate(token, node, before, after);
  if (/^["'\s]*[!^]/.test(before) || PATTERN.test(after)) return { context: 'regular-expression' };
  if (!isArgument(node, before)) return { context: 'prose' };
  const special = flagContext(before) ?? commandContext(before, after);
  return { context: special ?? (token.reference ? 'field-text' : 'domain-field') };
}

/** etcd is the one image of kubeadm whose path does not depend on the repository. */
function kubeadmRepository(text: string, token: Token, node: OutlineNode): Omit<Placement, 'locator'> {
  const isEtcd = node.parent?.key === 'local' && node.parent.parent?.key === 'etcd';
  return isEtcd && isPlain(text, node)
    ? { context: 'split-field', completions: [`${token.written}/etcd`] }
    : { context: 'kubeadm-repository' };
}

const isPlain = (text: string, node: OutlineNode): boolean => !/[{$/]/.test(valueOf(text, node) ?? '');

function wholeReference(text: string, token: Token, node: OutlineNode): Omit<Placement, 'locator'> {
  const use = useOf(text, node);
  if (use) return { context: use };
  // kubeadm puts its own image paths behind the repository.
  if (KUBEADM_KEY.test(node.key ?? '')) return { context: 'image-field' };
  const reference = token.reference;
  const pinned = reference?.tag ?? reference?.digest;
  const tag = pinned ? undefined : tagBeside(text, node);
  const context: ContextId =
    node.key === 'name' && !pinned && tag === undefined ? 'name-field' : 'image-field';
  return {
    context,
    ...(tag !== undefined && !/[{$]/.test(tag) && { completions: [`${writtenOf(text, token)}:${tag}`] }),
  };
}

const writtenOf = (text: string, { extent }: Token): string => text.slice(extent.start, extent.end);

/** What the keys beside a reference do with it besides pulling it. */
function useOf(text: string, node: OutlineNode): ContextId | undefined {
  const { key = '', parent } = node;
  const beside = (name: string): string | undefined => valueOf(text, childOf(parent, name));
  if (key === 'image' && childOf(parent, 'newImage')) return 'mapping-key';
  if (MATCH_KEY.test(key))
    return NEW_KEYS.some((name) => childOf(parent, name)) ? 'mapping-key' : 'name-field';
  if (beside('op') === 'test') return beside('path') === undefined ? 'comparison' : 'patch-test';
  for (const { key: above } of ancestry(node)) if (COMPARED_KEY.test(above ?? '')) return 'comparison';
  const registry = beside('registry') ?? beside('imageRegistry');
  if (PATH_KEYS.includes(key) && registry && DOMAIN.test(registry)) return 'path-component';
  if (PATH_KEYS.includes(key) && registry && UNKNOWN.test(registry)) return 'template-prefix';
  if (childOf(parent, 'build') || childOf(parent, 'push') || beside('state') === 'absent')
    return 'push-target';
  return beside('imagePullPolicy') === 'Never' ? 'preloaded' : undefined;
}

function loneDomain(text: string, token: Token, node: OutlineNode): Omit<Placement, 'locator'> {
  const { key = '', parent } = node;
  if (LOGIN_KEYS.some((name) => childOf(parent, name))) return { context: 'credentials' };
  const tag = tagBeside(text, node);
  const path = [...PATH_KEYS, ...(tag === undefined ? [] : ['name'])]
    .filter((name) => name !== key)
    .map((name) => valueOf(text, childOf(parent, name)))
    .find((value) => value !== undefined && /^[a-z0-9]/.test(value));
  if (path !== undefined && DOMAIN_KEY.test(key)) {
    const whole = `${token.written}/${path}`;
    return { context: 'split-field', completions: [tag && !/[:@]/.test(path) ? `${whole}:${tag}` : whole] };
  }
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
