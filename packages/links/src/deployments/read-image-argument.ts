import type { OutlineNode } from '@regmigrate/formats/yaml';
import type { Entry } from '../kustomize/entry.ts';
import { scalarOf, type Scalar, type Source } from '../kustomize/scalar.ts';
import { splitImage } from '../simulate/split-image.ts';

/**
 * `old=new:tag`, `old=new@digest`, `name:tag`: an image as `kustomize edit set image` takes it. `*` keeps what the
 * image has. Undefined for what is none.
 */
export function readImageArgument(source: Source, node: OutlineNode, locator: string): Entry | undefined {
  const scalar = scalarOf(source, node);
  if (!scalar || scalar.value === '' || /\s/.test(scalar.value)) return undefined;
  const equals = scalar.value.indexOf('=');
  const written = cut(scalar, equals + 1, scalar.value.length);
  const { name: image, rest } = splitImage(written.value);
  const target = {
    ...written,
    value: image,
    span: { ...written.span, end: written.span.start + image.length },
  };
  const [, tag, digest] = /^(?::([^@]*))?(?:@(.*))?$/.exec(rest) ?? [];
  const name = equals < 0 ? target : cut(scalar, 0, equals);
  if (name.value === '') return undefined;
  return {
    file: source.file,
    locator,
    isOneText: true,
    name,
    ...(equals >= 0 && image !== '' && image !== '*' && { newName: target }),
    ...(tag && tag !== '*' && { newTag: tag }),
    ...(digest && digest !== '*' && { digest }),
  };
}

const cut = ({ value, span }: Scalar, from: number, to: number): Scalar => ({
  value: value.slice(from, to),
  span: { start: span.start + from, end: span.start + to },
});
