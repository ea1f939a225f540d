import type { Entry } from '../kustomize/entry.ts';
import type { PatchRef, Ref } from '../kustomize/kustomization.ts';

/** What an object of a GitOps tool adds to the kustomization of a folder before it builds it. */
export interface Deployment {
  /** The file that holds the object. */
  readonly file: string;
  /** The folder that it deploys. */
  readonly folder: string;
  readonly images: readonly Entry[];
  readonly patches: readonly PatchRef[];
  readonly components: readonly Ref[];
  /** Whether the tool makes a kustomization of all manifests in a folder that has none, as Flux does. */
  readonly generates: boolean;
}
