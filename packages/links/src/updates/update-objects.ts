import { childOf, readOutline, readUpdates, type OutlineNode, type Update } from '@regmigrate/formats/yaml';
import { itemsOf, scalarAt, type Scalar, type Source } from '../kustomize/scalar.ts';

export { updatePattern } from './update-pattern.ts';

/** An object of Flux or Fleet by its name; without a namespace it is that of whoever applies it. */
interface Named {
  readonly name: string;
  readonly namespace: string | undefined;
}

/** What an automation looks versions up by: a Flux ImageRepository, or a scan of Fleet. */
export interface Lookup extends Named {
  readonly by: Update['by'];
  readonly file: string;
  readonly image: Scalar;
}

/** A Flux ImagePolicy, which chooses among the tags of an ImageRepository. */
export interface Policy extends Named {
  readonly repository: Named;
}

/** A line that an automation writes. */
export interface Target extends Update {
  readonly file: string;
  readonly text: string;
}

export interface UpdateObjects {
  readonly lookups: readonly Lookup[];
  readonly policies: readonly Policy[];
  readonly targets: readonly Target[];
}

/** What a YAML file tells of automations. */
export function readUpdateObjects(file: string, text: string): UpdateObjects {
  const source: Source = { file, text, offset: 0 };
  const outline = readOutline(text);
  const lookups: Lookup[] = [];
  const policies: Policy[] = [];
  for (const root of objectsOf(source, outline.documents)) {
    const kind = scalarAt(source, root, 'kind')?.value;
    const spec = childOf(root, 'spec');
    const about = namedIn(source, childOf(root, 'metadata'));
    if (kind === 'ImageRepository') lookups.push(...lookupIn(source, spec, { ...about, by: 'imagepolicy' }));
    if (kind === 'ImagePolicy')
      policies.push({ ...about, repository: namedIn(source, childOf(spec, 'imageRepositoryRef')) });
    for (const scan of kind === 'ImageScan' ? [spec] : itemsOf(childOf(root, 'imageScans')))
      lookups.push(...lookupIn(source, scan, scanOf(source, scan)));
  }
  const targets = readUpdates(text, outline).map((update) => ({ ...update, file, text }));
  return { lookups, policies, targets };
}

/** The objects of a stream, and those in lists. */
function objectsOf(source: Source, documents: readonly OutlineNode[]): readonly OutlineNode[] {
  const objects: OutlineNode[] = [];
  const open = documents.toReversed();
  for (let node = open.pop(); node; node = open.pop()) {
    const isList = scalarAt(source, node, 'kind')?.value.endsWith('List') ?? false;
    if (isList) open.push(...itemsOf(childOf(node, 'items')).toReversed());
    else objects.push(node);
  }
  return objects;
}

const namedIn = (source: Source, node: OutlineNode | undefined): Named => ({
  name: scalarAt(source, node, 'name')?.value ?? '',
  namespace: scalarAt(source, node, 'namespace')?.value,
});

/** Markers name a scan by its tag. */
const scanOf = (source: Source, scan: OutlineNode | undefined): Named & Pick<Lookup, 'by'> => ({
  name: scalarAt(source, scan, 'tagName')?.value ?? '',
  namespace: undefined,
  by: 'imagescan',
});

function lookupIn(
  source: Source,
  spec: OutlineNode | undefined,
  about: Named & Pick<Lookup, 'by'>,
): readonly Lookup[] {
  const image = scalarAt(source, spec, 'image');
  return image ? [{ ...about, file: source.file, image }] : [];
}

/** What a target is written from. */
export function lookupsOf({ by, source }: Target, { lookups, policies }: UpdateObjects): readonly Lookup[] {
  if (by === 'imagescan') return lookups.filter((lookup) => lookup.by === by && lookup.name === source);
  const [namespace, name = ''] = source.split(':');
  const chosen = policies.filter((policy) => isCalled(policy, { name, namespace }));
  return lookups.filter(
    (lookup) =>
      lookup.by === by &&
      chosen.some(({ repository, namespace: own }) =>
        isCalled(lookup, { name: repository.name, namespace: repository.namespace ?? own }),
      ),
  );
}

const isCalled = (object: Named, { name, namespace }: Named): boolean =>
  object.name === name &&
  (object.namespace === undefined || namespace === undefined || object.namespace === namespace);

export const describeLookup = ({ by, name, file }: Lookup): string =>
  `${by === 'imagescan' ? 'image scan' : 'ImageRepository'} ${name} in ${file}`;

export const describeTarget = ({ by, source }: Target): string =>
  `${by === 'imagescan' ? 'image scan' : 'ImagePolicy'} ${source}`;
