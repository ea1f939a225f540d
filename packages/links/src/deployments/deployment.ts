import type { PatchRef, Ref } from '../kustomize/kustomization.ts';
import type { WrittenImages } from './written-images.ts';

/** What an object of a GitOps tool adds to the kustomization of a folder before it builds it. */
export interface Deployment {
  /** The file that holds the object. */
  readonly file: string;
  /** The folder that it deploys. */
  readonly folder: string;
  readonly images: WrittenImages;
  readonly patches: readonly PatchRef[];
  readonly components: readonly Ref[];
  /** Whether the tool makes a kustomization of all manifests in a folder that has none, as Flux does. */
  readonly generates: boolean;
}
