export { listImages, type ListedImage } from './images/list-images.ts';
export { formatOf, placeTokens } from './place-tokens.ts';
