import type { ContextId, SourceFile, Token } from '@regmigrate/core';
import { valueOf } from '../locator.ts';
import { childOf, type OutlineNode } from '../outline.ts';
import { argoCdSettings, argoCdShapes } from './argo-cd.ts';
import { argoImageUpdaterShapes } from './argo-image-updater.ts';
import { carvelShapes } from './carvel.ts';
import { fleetShapes } from './fleet.ts';
import { fluxShapes } from './flux.ts';
import { helmSettings } from './helm.ts';
import { isAt, type SettingsShape, type Shape } from './shape.ts';
import { skaffoldSettings, skaffoldShapes } from './skaffold.ts';

const shapes: readonly Shape[] = [
  ...argoCdShapes,
  ...argoImageUpdaterShapes,
  ...carvelShapes,
  ...fleetShapes,
  ...fluxShapes,
  ...skaffoldShapes,
];

const settings: readonly SettingsShape[] = [...argoCdSettings, ...helmSettings, ...skaffoldSettings];

/** What a GitOps tool makes of a name in a scalar; undefined where no tool says anything of it. */
export function gitopsContext(file: SourceFile, token: Token, node: OutlineNode): ContextId | undefined {
  const beside = (key: string): string | undefined => valueOf(file.text, childOf(node.parent, key));
  for (const shape of shapes) {
    if (!isAt(file, node, shape)) continue;
    const { is } = shape;
    const context = typeof is === 'string' ? is : is({ text: file.text, node, token, beside });
    if (context) return context;
  }
  return undefined;
}

/** The list or map of settings whose value a scalar is. */
export function settingsAround(file: SourceFile, { key, parent }: OutlineNode): OutlineNode | undefined {
  const isSettings = (at: OutlineNode | undefined, as: SettingsShape['as']): boolean =>
    at !== undefined && settings.some((shape) => shape.as === as && isAt(file, at, shape));
  const list = key === 'value' && parent?.index !== undefined ? parent.parent : undefined;
  if (isSettings(list, 'list')) return list;
  return parent?.style === 'map' && isSettings(parent, 'map') ? parent : undefined;
}
