import { isDockerHub } from './docker-hub.ts';
import type { Move } from './move.ts';
import { splitName } from './split-name.ts';

/** Whether what it moves may be written without a registry, as `nginx` and `bitnami/redis` are. */
export const isShortNamed = ({ from }: Move): boolean => isDockerHub(splitName(from).domain);
