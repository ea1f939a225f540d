import type { Release, SourceFile, Tree } from '@regmigrate/core';
import { valueOf } from '../yaml/locator.ts';
import { maskTemplates } from '../yaml/mask-templates.ts';
import { childOf, type Outline, type OutlineNode } from '../yaml/outline.ts';
import { readOutline } from '../yaml/read-outline.ts';
import { argoReleases } from './argo-releases.ts';
import { fleetReleases } from './fleet-releases.ts';
import { fluxReleases } from './flux-releases.ts';
import { helmfileReleases } from './helmfile-releases.ts';
import { releasePattern } from './release-pattern.ts';
import { pathOfSource, textInPlace, type ReleaseNodes } from './release-source.ts';
import { skaffoldReleases } from './skaffold-releases.ts';

/** An object of a YAML file, as the readers of releases ask for it. */
export interface ReadObject {
  readonly tree: Tree;
  readonly path: string;
  readonly source: string;
  readonly object: OutlineNode;
  readonly kind: string;
  readonly apiVersion: string;
  readonly text: ReadText;
}

interface ReadText {
  /** The scalar under a key, without quotes. */
  (node: OutlineNode | undefined, key: string): string | undefined;
  /** The scalars of the list under a key. */
  all(node: OutlineNode | undefined, key: string): readonly string[];
}

/** The releases of charts in the tree that an object of one tool declares. */
export type ReleaseReader = (object: ReadObject) => readonly ReleaseNodes[];

const readers: readonly ReleaseReader[] = [
  argoReleases,
  fleetReleases,
  fluxReleases,
  helmfileReleases,
  skaffoldReleases,
];

const MAY_RELEASE = new RegExp(releasePattern);

/** The releases of charts in the tree that a file declares. */
export function releaseNodesIn(
  { path, text: source, tree }: SourceFile,
  outline: Outline,
): readonly ReleaseNodes[] {
  if (!tree || !MAY_RELEASE.test(source)) return [];
  const text = Object.assign(
    (node: OutlineNode | undefined, key: string) => valueOf(source, childOf(node, key)),
    {
      all: (node: OutlineNode | undefined, key: string) =>
        (childOf(node, key)?.children ?? []).flatMap((item) => valueOf(source, item) ?? []),
    },
  );
  return outline.documents.flatMap(objectsIn).flatMap((object) => {
    const asked = { tree, path, source, object, text };
    const about = { kind: text(object, 'kind') ?? '', apiVersion: text(object, 'apiVersion') ?? '' };
    return readers.flatMap((read) => read({ ...asked, ...about }));
  });
}

const objectsIn = (document: OutlineNode): readonly OutlineNode[] => [
  document,
  ...(childOf(document, 'items')?.children ?? []),
];

/** The same, with all values as texts. */
export function readReleases(file: SourceFile): readonly Release[] {
  const { text, tree } = file;
  if (!tree || !MAY_RELEASE.test(text)) return [];
  return releaseNodesIn(file, readOutline(maskTemplates(text))).map((nodes) => toRelease(file, nodes, tree));
}

export function toRelease(file: SourceFile, { chart, sources }: ReleaseNodes, tree: Tree): Release {
  const values = sources.flatMap((source) => {
    const text = source.kind === 'file' ? tree.read(source.path) : textInPlace(file.text, source);
    return text === undefined ? [] : [{ path: pathOfSource(file, source), text }];
  });
  return { chart, values };
}
