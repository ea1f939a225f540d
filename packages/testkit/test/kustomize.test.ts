import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { listTrees, needsTool, testTool } from '../src/index.ts';
import { builtImages } from './built-images.ts';

/** As it is called after the move. */
const moved = (image: string): string =>
  image.replace(
    /^(?:k8s\.gcr\.io|(?:(?:us|eu|asia)\.)?gcr\.io\/(?:k8s-artifacts-prod|google[-_]containers))\//,
    'registry.k8s.io/',
  );

needsTool('kustomize')('with real kustomize', () => {
  const kustomize = testTool('kustomize') ?? '';
  const trees = listTrees().filter(({ name }) => name.startsWith('kustomize-'));

  it.each(trees.map((tree) => [tree.name, tree] as const))(
    '%s builds to the same images as before, moved',
    (_name, { folder, options }) => {
      const at = (name: string): string => fileURLToPath(new URL(`${name}/`, folder));
      const before = builtImages(kustomize, at('input'));
      for (const after of ['output', 'unsafe'].map(at).filter((path) => existsSync(path))) {
        const built = builtImages(kustomize, after);
        if (options.changesTags === true) {
          expect(built).not.toEqual(before);
          continue;
        }
        expect(Object.keys(built)).toEqual(Object.keys(before));
        for (const [name, images] of Object.entries(built))
          // Sorted once more, since what moves changes the order.
          expect(images?.map(moved).sort(), name).toEqual(before[name]?.map(moved).sort());
      }
    },
  );

  it('and the trees do build, but for those that need a network or are broken', () => {
    const unbuilt = trees.filter(({ folder }) => {
      const images = Object.values(builtImages(kustomize, fileURLToPath(new URL('input/', folder))));
      return images.every((built) => built === undefined);
    });
    expect(unbuilt.map(({ name }) => name)).toEqual([
      'kustomize-broken',
      'kustomize-remote',
      'kustomize-remote-and-local',
    ]);
  });
});
