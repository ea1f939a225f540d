import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { readFolder } from '../src/index.ts';

/** The images that each kustomization of a tree builds to, sorted; of one that does not build, undefined. */
export function builtImages(
  kustomize: string,
  tree: string,
): Readonly<Record<string, readonly string[] | undefined>> {
  const files = Object.keys(readFolder(tree)).filter((path) => /(?:^|\/)kustomization\.yaml$/.test(path));
  const built = files
    .filter((path) => !/^kind: Component$/m.test(readFileSync(join(tree, path), 'utf8')))
    .map((path) => [dirname(path), build(kustomize, join(tree, dirname(path)))] as const);
  return Object.fromEntries(built);
}

function build(kustomize: string, folder: string): readonly string[] | undefined {
  try {
    // No proxy answers, so nothing is fetched.
    const env = { PATH: '/nonexistent', HTTPS_PROXY: 'http://127.0.0.1:9', HTTP_PROXY: 'http://127.0.0.1:9' };
    const text = execFileSync(kustomize, ['build', folder], { env, encoding: 'utf8', stdio: 'pipe' });
    const images: string[] = [];
    for (const document of parseAllDocuments(text)) collect(document.toJS(), images);
    return images.sort();
  } catch (error) {
    if (!existsSync(kustomize)) throw error;
    return undefined;
  }
}

/** Every value under a key `image`, wherever it stands. */
function collect(value: unknown, images: string[]): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value))
    if (key === 'image' && typeof inner === 'string') images.push(inner);
    else collect(inner, images);
}
