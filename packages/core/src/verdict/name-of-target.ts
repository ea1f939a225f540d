import type { Decision } from '../model/rule.ts';

export type Target = Extract<Decision, { kind: 'move' }>['to'];

/** The name that a move says: `mirror.corp/k8s/pause`. */
export const nameOf = ({ domain, path }: Target): string => (path === '' ? domain : `${domain}/${path}`);
