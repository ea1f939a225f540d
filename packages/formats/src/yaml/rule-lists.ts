import type { ContextId } from '@regmigrate/core';
import { flagContext } from '../text/flag-context.ts';
import { listContext } from '../text/list-words.ts';
import { objectOf, valueOf } from './locator.ts';
import { ancestry, childOf, type OutlineNode } from './outline.ts';

/*
 * Places that name a registry in order to allow, forbid, mirror or route it. Renaming there changes
 * what a cluster admits or where it pulls from, so none of them may be rewritten.
 */

const POLICY_KINDS =
  /^(?:Cluster)?(?:Policy|ImageValidatingPolicy|ValidatingPolicy|MutatingPolicy|PolicyException|ImagePolicy|ImageVerificationPolicy)$|^(?:ConstraintTemplate|(?:Cluster|Validating|Mutating)?AdmissionPolicy(?:Binding|Group)?|NvAdmissionControlSecurityRule|K8s\w*Repos\w*|K8s\w*Registr\w*|AppArmorProfile)$/;
const POLICY_GROUPS =
  /^(?:constraints|templates|mutations)\.gatekeeper\.sh\/|^(?:kyverno|policies\.kyverno)\.io\//;
const MIRROR_KINDS = /^Image(?:ContentSourcePolicy|DigestMirrorSet|TagMirrorSet)$|^ImageContentPolicy$/;
/** In UTF-16 units, with room for templates. */
const LONGEST_REFERENCE = 1024;
/** A whole reference with a tag or digest. */
const PINNED = /^[^\s{}$/]+\/[^\s{}$]*[:@][^\s{}$/]+$/;
/** An image for a container to run, whatever the keys above it are called. */
const IMAGE_KEY = /^(?:\w*image|repository)$/i;
const NETWORK_KINDS =
  /^(?:Cilium\w*NetworkPolicy|ServiceEntry|EgressFirewall|EgressNetworkPolicy|GlobalNetworkSet|(?:Global)?NetworkPolicy|AdminNetworkPolicy)$/;

/** Keys by which something finds a name that is written elsewhere. */
const LOOKUP_KEY =
  /^(?:match(?:Package|Dep|Source|Current)\w*|(?:package|dep)Names?|packagePatterns|lookupName|packageName|depNameTemplate|packageNameTemplate|registryAliases|run_if_changed|skip_if_only_changed|paths(?:-ignore)?)$/;
/** Words in a policy's name, where nothing nearer tells. */
const DENY_NAME = /deny|disallow|block|forbid|deprecat|restrict|prohibit|banned?\b/i;
/** Falco's rule files: a list of objects that each have one of these keys. */
const FALCO_KEYS = ['macro', 'list', 'rule'];

/** What a list or rule around `node` makes of a name in it; undefined where no such thing is around. */
export function ruleListContext(text: string, node: OutlineNode): ContextId | undefined {
  const object = objectOf(node);
  const kind = valueOf(text, childOf(object, 'kind')) ?? '';
  const group = valueOf(text, childOf(object, 'apiVersion')) ?? '';
  if (MIRROR_KINDS.test(kind)) return 'mirror-table';
  if (NETWORK_KINDS.test(kind)) return 'network-rule';
  if (object && (POLICY_KINDS.test(kind) || POLICY_GROUPS.test(group)) && !insideSample(node, object))
    return denies(text, node, object, kind) ? 'deny-list' : 'allow-list';

  const own = variableContext(text, node);
  if (own || (IMAGE_KEY.test(node.key ?? '') && node.parent?.style === 'map')) return own;
  const isImage =
    node.span.end - node.span.start < LONGEST_REFERENCE && PINNED.test(valueOf(text, node) ?? '');
  for (const at of ancestry(node)) {
    const { key, parent } = at;
    if (key === undefined) continue;
    if (LOOKUP_KEY.test(key)) return 'mapping-key';
    const list = listContext(key);
    // The key of one pinned image is that image's name, `registry_proxy: …/proxy:0.4`, unless it bans it.
    const isName = at === node && isImage && list !== 'deny-list' && list !== 'allow-list';
    if (list && !isName) return list;
    if (parent && FALCO_KEYS.some((name) => childOf(parent, name)) && /^(?:items|condition)$/.test(key))
      return 'allow-list';
  }
  return undefined;
}

/** `- name: DENIED_IMAGES` with `value:`, or an option that stands as the item before. */
function variableContext(text: string, node: OutlineNode): ContextId | undefined {
  if (node.key === 'value') return listContext(valueOf(text, childOf(node.parent, 'name')) ?? '');
  const before = node.index === undefined ? undefined : node.parent?.children[node.index - 1];
  const item = valueOf(text, before);
  if (item === 'push') return 'push-target';
  return item?.startsWith('-') ? flagContext(`${item} `) : undefined;
}

/** A policy's own `image` fields of a pod that runs it are ordinary images. */
function insideSample(node: OutlineNode, object: OutlineNode): boolean {
  for (const at of ancestry(node)) {
    if (at === object) return false;
    if (at.key === 'containers' || at.key === 'initContainers') return !underPattern(at, object);
  }
  return false;
}

function underPattern(node: OutlineNode, object: OutlineNode): boolean {
  for (const at of ancestry(node)) {
    if (at === object) return false;
    if (/pattern|deny|validat|rules/i.test(at.key ?? '')) return true;
  }
  return false;
}

/** By the pattern itself, then by the keys around it, then by the policy's kind and name. */
function denies(text: string, node: OutlineNode, object: OutlineNode, kind: string): boolean {
  const value = valueOf(text, node) ?? '';
  if (/^!|!=|!\s*\S*\.(?:startsWith|contains|matches)|not\s+startswith/.test(value)) return true;
  for (const { key } of ancestry(node)) {
    if (key === 'pattern') return false;
    if (key !== undefined && listContext(key) === 'deny-list') return true;
  }
  if (/Allowed/.test(kind)) return false;
  const name = valueOf(text, childOf(childOf(object, 'metadata'), 'name')) ?? '';
  return /disallow|deny|block/i.test(kind) || DENY_NAME.test(name);
}
