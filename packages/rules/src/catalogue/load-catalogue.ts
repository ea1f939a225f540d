import { existsSync, readFileSync } from 'node:fs';
import type { Catalogue, CatalogueData } from './catalogue.ts';
import { createCatalogue } from './create-catalogue.ts';

// Beside a bundle; or at the root of this package, from src/ and dist/ alike.
const FOLDERS = ['./data/', '../../data/'];

let loaded: Catalogue | undefined;

/** The shipped catalogue, read on first use. The digests follow only when one is asked about. */
export function loadCatalogue(): Catalogue {
  loaded ??= readCatalogue(findDataFolder());
  return loaded;
}

function readCatalogue(folder: URL): Catalogue {
  const data = JSON.parse(readFileSync(new URL('catalogue.json', folder), 'utf8')) as CatalogueData;
  return createCatalogue(data, () => {
    const file = new URL('digests.bin', folder);
    return existsSync(file) ? readFileSync(file) : undefined;
  });
}

function findDataFolder(): URL {
  const folders = FOLDERS.map((folder) => new URL(folder, import.meta.url));
  const found = folders.find((folder) => existsSync(new URL('catalogue.json', folder)));
  if (!found) throw new Error(`image catalogue not found in ${folders.map(String).join(' or ')}`);
  return found;
}
