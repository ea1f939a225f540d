import type { ContextId } from '@regmigrate/core';

/** Options of programs that take a registry in order to allow, mirror or replace it, and no image. */
const FLAGS: readonly { readonly context: ContextId; readonly flag: RegExp }[] = [
  { context: 'mirror-table', flag: /--?[\w-]*(?:mirror|insecure-registr)[\w-]*[= ]["']?[^\s"']*$/i },
  { context: 'allow-list', flag: /--?[\w-]*(?:allow|trusted|whitelist|permit)[\w-]*[= ]["']?[^\s"']*$/i },
  { context: 'deny-list', flag: /--?[\w-]*(?:deny|block|forbid|blacklist|exclude)[\w-]*[= ]["']?[^\s"']*$/i },
  { context: 'kubeadm-repository', flag: /--image-repository[= ]["']?$/ },
];

/** What the option directly before a name makes of it; undefined for options that take images. */
export function flagContext(before: string): ContextId | undefined {
  return FLAGS.find(({ flag }) => flag.test(before.slice(-200)))?.context;
}
