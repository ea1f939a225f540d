import { parseReference, type SourceFile } from '@regmigrate/core';
import { declaredImage } from '../image-fields/declared-image.ts';
import type { ImageField } from '@regmigrate/core';
import { isReported, locatorOf, valueOf } from '../yaml/locator.ts';
import { maskTemplates } from '../yaml/mask-templates.ts';
import { childOf, type OutlineNode } from '../yaml/outline.ts';
import { readOutline } from '../yaml/read-outline.ts';
import type { ListedImage } from './listed-image.ts';

/** `image`, `sidecarImage`, `IMAGE`, `csi_image`; `reference` of an image volume. */
const IMAGE_KEY = /^(?:\w*image|newName)$/i;
const PATH_KEY = /^(?:repository|repo)$/;
const TAG_KEYS = ['tag', 'imageTag', 'version', 'newTag'];
const DIGEST_KEYS = ['digest', 'sha'];
/** Images of containers of every sort, of image volumes, of custom resources, compose, and split values. */
export function imagesInYaml(file: SourceFile, fields: readonly ImageField[] = []): readonly ListedImage[] {
  const { text } = file;
  const outline = readOutline(maskTemplates(text));
  const images: ListedImage[] = [];
  for (const node of outline.scalars) {
    const reference = declaredImage(text, node, fields) ?? referenceAt(text, node);
    if (reference === undefined || isReported(node)) continue;
    images.push({ reference, span: node.span, locator: locatorOf(text, node, outline) });
  }
  return images;
}

function referenceAt(text: string, node: OutlineNode): string | undefined {
  const { key = '', parent } = node;
  const written = valueOf(text, node);
  if (!written || /[\s{}]/.test(written)) return undefined;
  const isVolume = key === 'reference' && parent?.key === 'image';
  if (!IMAGE_KEY.test(key) && !PATH_KEY.test(key) && !isVolume) return pinnedReference(written);
  const tag = siblingOf(text, parent, TAG_KEYS);
  const digest = siblingOf(text, parent, DIGEST_KEYS);
  const registry = siblingOf(text, parent, ['registry', 'domain']);
  if (PATH_KEY.test(key) && tag === undefined && digest === undefined && registry === undefined)
    return undefined;
  const name = registry === undefined ? written : `${registry.replace(/\/$/, '')}/${written}`;
  const own = parseReference(name);
  if (!own.ok) return undefined;
  const pinned = own.reference.tag !== undefined || own.reference.digest !== undefined;
  const joined = pinned ? name : name + (tag ? `:${tag}` : '') + (digest ? `@${digest}` : '');
  return parseReference(joined).ok ? joined : name;
}

/** Under any other key, such as `value` of an environment variable, only what cannot be anything else. */
function pinnedReference(written: string): string | undefined {
  const parsed = parseReference(written);
  if (!parsed.ok || !parsed.reference.domain || /[$=]/.test(written)) return undefined;
  const { domain, tag, digest } = parsed.reference;
  return (tag ?? digest) && domain.value.includes('.') ? written : undefined;
}

function siblingOf(
  text: string,
  parent: OutlineNode | undefined,
  keys: readonly string[],
): string | undefined {
  const values = keys.map((key) => valueOf(text, childOf(parent, key)));
  return values.find((value) => value !== undefined && value !== '' && !/[\s{}$]|^(?:~|null)$/.test(value));
}
