import type { ContextId } from '@regmigrate/core';
import { valueOf, objectOf } from './locator.ts';
import { ancestry, childOf, type OutlineNode } from './outline.ts';

/*
 * Places that name a registry in order to allow, forbid, mirror or route it. Renaming there changes
 * what a cluster admits or where it pulls from, so none of them may be rewritten.
 */

const POLICY_KINDS =
  /^(?:Cluster)?(?:Policy|ImageValidatingPolicy|ValidatingPolicy|MutatingPolicy|PolicyException|ImagePolicy|ImageVerificationPolicy)$|^(?:ConstraintTemplate|(?:Validating|Mutating)AdmissionPolicy(?:Binding)?|NvAdmissionControlSecurityRule|K8s\w*Repos\w*|K8s\w*Registr\w*|AppArmorProfile)$/;
const POLICY_GROUPS =
  /^(?:constraints|templates|mutations)\.gatekeeper\.sh\/|^(?:kyverno|policies\.kyverno)\.io\//;
const MIRROR_KINDS = /^Image(?:ContentSourcePolicy|DigestMirrorSet|TagMirrorSet)$|^ImageContentPolicy$/;
const NETWORK_KINDS =
  /^(?:Cilium\w*NetworkPolicy|ServiceEntry|EgressFirewall|EgressNetworkPolicy|GlobalNetworkSet|(?:Global)?NetworkPolicy|AdminNetworkPolicy)$/;

const DENY =
  /deny|denied|disallow|block|forbid|deprecat|banned?\b|blacklist|exclude|restrict|prohibit|reject|not_?allowed/i;
const ALLOW = /^(?:.*(?:allow|permit|whitelist|trusted|approved|accept).*|skip\w*|ignore\w*|exempt\w*)$/i;
const DENY_KEY =
  /^(?:.*(?:deny|denied|disallow|block(?:ed|list)|forbid|blacklist|banned|prohibit).*|exclude\w*)$/i;
const MIRROR_KEY = /mirror|^registryConfigs?$|^insecure[-_]?registries$/i;
const NETWORK_KEY = /^(?:toFQDNs|matchName|matchPattern|fqdns?|dnsNames|allowed_?domains|domains)$/i;
const CREDENTIAL_KEY =
  /^(?:auths|credHelpers|dockerconfigjson|\.dockerconfigjson|registryCredentials|credentials|imageCredentials)$/i;
const LOOKUP_KEY =
  /^(?:match(?:Package|Dep|Source|Current)\w*|(?:package|dep)Names?|packagePatterns|lookupName|packageName|registryAliases|run_if_changed|skip_if_only_changed|paths(?:-ignore)?)$/;
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

  for (const { key, parent } of ancestry(node)) {
    if (key === undefined) continue;
    if (MIRROR_KEY.test(key)) return 'mirror-table';
    if (CREDENTIAL_KEY.test(key)) return 'credentials';
    if (NETWORK_KEY.test(key)) return 'network-rule';
    if (LOOKUP_KEY.test(key)) return 'mapping-key';
    if (DENY_KEY.test(key)) return 'deny-list';
    if (ALLOW.test(key)) return 'allow-list';
    if (parent && FALCO_KEYS.some((name) => childOf(parent, name)) && /^(?:items|condition)$/.test(key))
      return 'allow-list';
  }
  return undefined;
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

/** A pattern that begins with `!`, or the words of the policy's own name and messages. */
function denies(text: string, node: OutlineNode, object: OutlineNode, kind: string): boolean {
  const value = valueOf(text, node) ?? '';
  if (/^!|!=|!\s*\S*\.(?:startsWith|contains|matches)|not\s+startswith/.test(value)) return true;
  const name = valueOf(text, childOf(childOf(object, 'metadata'), 'name')) ?? '';
  if (/disallow|deny|block/i.test(kind) || DENY.test(name)) return true;
  for (const { key } of ancestry(node)) if (key !== undefined && DENY_KEY.test(key)) return true;
  return false;
}
