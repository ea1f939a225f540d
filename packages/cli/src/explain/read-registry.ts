import { findTokens } from '@regmigrate/core';
import { moveRuleId } from '@regmigrate/rules';
import type { Names } from '../settings/settings.ts';

/** A host name with a dot. By the grammar of references it would be an image of Docker Hub; nobody means that. */
const HOST = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}(?::\d+)?$/i;

/** The registry, where the text names one and no image in it: `k8s.gcr.io`, `gcr.io/google_containers/`. */
export function readRegistry(text: string, { names }: Names): string | undefined {
  const registry = text.replace(/\/$/, '');
  if (HOST.test(registry)) return registry;
  const [token] = findTokens(registry, names);
  // A move may be of a folder or of an image; by itself the name is read as an image, as everywhere.
  return token?.written === registry && token.rule !== moveRuleId ? registry : undefined;
}
