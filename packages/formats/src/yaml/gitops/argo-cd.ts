import type { ContextId } from '@regmigrate/core';
import type { NameInScalar, SettingsShape, Shape } from './shape.ts';

const group = /^argoproj\.io\//;
const kind = /^Application(?:Set)?$/;

/**
 * `kustomize.images` of Applications: `old=new` matches the old name in what the resources say and puts the new
 * one in its place; without `=`, one name is both.
 */
const sideOf = ({ text, node, token }: NameInScalar): ContextId =>
  text.slice(node.span.start, token.name.start).includes('=') ? 'image-field' : 'kustomize-image';

export const argoCdShapes: readonly Shape[] = [{ group, kind, keys: '** kustomize images *', is: sideOf }];

export const argoCdSettings: readonly SettingsShape[] = [
  { group, kind, keys: '** helm parameters', as: 'list' },
];
