import type { ContextId } from '@regmigrate/core';
import type { NameInScalar, Shape } from './shape.ts';

const PREFIX = 'argocd-image-updater.argoproj.io/';
/** The annotations of one image have its alias in front: `web.kustomize.image-name`. */
const annotation = ({ node: { key = '' } }: NameInScalar): ContextId | undefined => {
  if (key === `${PREFIX}image-list`) return 'update-source';
  return key.startsWith(PREFIX) && key.endsWith('.kustomize.image-name') ? 'kustomize-image' : undefined;
};

const group = /^argocd-image-updater\.argoproj\.io\//;
const kind = /^ImageUpdater$/;

/** Argo CD Image Updater finds the images that it updates by the names that an Application runs. */
export const argoImageUpdaterShapes: readonly Shape[] = [
  { keys: '** annotations *', is: annotation },
  { group, kind, keys: 'spec applicationRefs * images * imageName', is: 'update-source' },
  { group, kind, keys: '** manifestTargets kustomize name', is: 'kustomize-image' },
];
