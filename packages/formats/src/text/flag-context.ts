import type { ContextId } from '@regmigrate/core';
import { listContext } from './list-words.ts';

/** The option directly before a value: `--mirror=`, `--allow `. */
const FLAG = /(?:^|[\s"',[])--?([a-z][\w-]*)[= ]\s*["']?[^\s"']*$/i;
const LOGIN =
  /\b(?:docker|podman|crane|helm|oras|skopeo)\s+(?:registry\s+)?login\s[^|;&]*$|--docker-server[= ]["']?(?:https:\/\/)?$/;

/** What the option or command directly before a name makes of it; undefined for those that take images. */
export function flagContext(before: string): ContextId | undefined {
  const near = before.slice(-200);
  if (LOGIN.test(near)) return 'credentials';
  const flag = FLAG.exec(near)?.[1];
  if (flag === undefined) return undefined;
  return flag === 'image-repository' ? 'kubeadm-repository' : listContext(flag);
}
