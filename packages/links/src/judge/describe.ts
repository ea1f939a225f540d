import type { Unknown } from '../simulate/image-state.ts';
import type { Place } from '../simulate/place.ts';

/** `overlays/prod/kustomization.yaml (images[0].name)` */
export const describePlace = ({ file, locator }: Place): string =>
  locator === undefined ? file : `${file} (${locator})`;

/** Why it is not known which images there are, as the subject of a sentence. */
export function describeUnknown({ what, file, ref }: Unknown): string {
  switch (what) {
    case 'remote':
      return `what ${ref ?? 'a remote resource'} holds`;
    case 'missing':
      return `what ${ref ?? 'a resource'} in ${file} stands for`;
    case 'chart':
      return `what the charts in ${file} make`;
    case 'generator':
      return `what the generators in ${file} make`;
    case 'replacement':
      return `what the replacements in ${file} write`;
    case 'transformer':
      return `what a transformer in ${file} does`;
    case 'escaped':
      return `what a text in quotes in ${file} says`;
    case 'link':
      return `what the link ${ref ?? ''} in ${file} leads to`;
    case 'cycle':
    case 'depth':
      return `what ${file} holds`;
  }
}
