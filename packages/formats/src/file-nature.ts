import type { ContextId, SourceFile } from '@regmigrate/core';
import { isBaseline } from './is-baseline.ts';
import { headOf } from './text/head-of.ts';

/**
 * Paths of files that are, as a whole, what their lines do not say. First match wins. Words that also name
 * programs (`history-server.yaml`, `db-lock.yaml`) count only with the endings of documents and locks.
 */
const NATURES: readonly { readonly context: ContextId; readonly path: RegExp }[] = [
  { context: 'vendored', path: /(?:^|\/)(?:_?vendor|node_modules|bower_components|Godeps|\.terraform)\// },
  // Our own configuration names what it speaks of.
  { context: 'migration', path: /(?:^|\/)(?:\.regmigrate\.ya?ml|regmigrate\.config\.\w+)$/ },
  { context: 'patch', path: /\.(?:patch|diff|rej)$/i },
  {
    context: 'history',
    path: /(?:^|\/)(?:change-?_?logs?|release-?_?notes?)(?:[-_.][^/]*)?$/i,
  },
  {
    context: 'history',
    path: /(?:^|\/)(?:changes|history|news|whats-?_?new)(?:[-_.][^/]*\.(?:md|rst|adoc|txt|html?)|\.(?:md|rst|adoc|txt|html?))?$/i,
  },
  {
    context: 'history',
    path: /(?:^|\/)(?:change-?_?logs?|release-?_?notes?|relnotes)\/.*\.(?:md|rst|adoc|txt|ya?ml)$/i,
  },
  { context: 'history', path: /(?:^|\/)(?:docs?\/)?releases?\/[^/]*\d+\.\d+[^/]*\.(?:md|rst|adoc|txt)$/i },
  { context: 'history', path: /[-_]v?\d+\.\d+(?:\.\d+)?\.(?:md|rst|adoc|txt)$/i },
  { context: 'history', path: /(?:^|\/)(?:_posts|blogs?)\/.*\.(?:md|rst|adoc|html)$/i },
  {
    context: 'lock',
    path: /(?:^|\/)(?:(?:package|pnpm)-lock\.(?:json|ya?ml)|[^/]*\.lock(?:\.(?:json|ya?ml|toml|hcl))?|go\.sum|\.imgpkg\/images\.yml|[^/]*\.prov|[^/]*\.(?:spdx|cdx|sbom|intoto)(?:\.[a-z]+)?)$/i,
  },
  {
    context: 'frozen-release',
    path: /(?:^|\/)releases?\/(?:.*\/)?[^/]*v?\d+\.\d+\.\d+[^/]*(?:\/[^/]+)*\.(?:ya?ml|json)$/i,
  },
  {
    context: 'frozen-release',
    path: /(?:^|\/)(?:olm-catalog|bundles?|operators)\/(?:[^/]+\/)*v?\d+\.\d+\.\d+[^/]*\/.*\.(?:ya?ml|json)$/i,
  },
];

/** In-toto statements, CycloneDX and SPDX documents, under whatever name. */
const PROVENANCE = /"_type"\s*:\s*"https:\/\/in-toto|"bomFormat"\s*:|"spdxVersion"\s*:|^SPDXVersion:/m;
/** Folders in which tests keep their data, and names of what a test expects to get. */
const TEST_FOLDER = /(?:^|\/)(?:testdata|test-data|fixtures|__fixtures__|golden|goldens)\//;
const TEST_INPUT = /\.(?:ya?ml|json|txt|toml|golden|in|out|test)$/i;
/** What a test writes itself and compares with, by its ending; only the test can tell what must change. */
const EXPECTED_FILE = /(?:^|\/)testdata\/.*\.(?:golden|test|want|expected)$/;
const EXPECTATION = /(?:^|[._-])(?:expected|expectation|want|golden)(?:[._-]|$)/i;

/** What comes before the last slash of a path; `.` where there is none. */
const folderOf = (path: string): string => /^(.*)\/[^/]*$/.exec(path)?.[1] ?? '.';

function isTestExpectation({ path, tree }: SourceFile): boolean {
  if (EXPECTED_FILE.test(path)) return true;
  if (!TEST_FOLDER.test(path) || !TEST_INPUT.test(path)) return false;
  return tree?.list(folderOf(path)).some((name) => EXPECTATION.test(name)) ?? false;
}

/** What a whole file is, where that outweighs anything its lines say: by its path, its head, and what lies beside it. */
export function fileNature(file: SourceFile): ContextId | undefined {
  if (file.opaque === 'binary') return 'binary';
  const nature = NATURES.find(({ path }) => path.test(file.path))?.context;
  if (nature) return nature;
  if (isBaseline(file.text)) return 'baseline-file';
  if (PROVENANCE.test(headOf(file.text, 2000))) return 'lock';
  return isTestExpectation(file) ? 'test-expectation' : undefined;
}
