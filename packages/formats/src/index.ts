export { formatOf, placeTokens } from './place-tokens.ts';
