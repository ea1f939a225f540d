import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The programs of others that tests call: the keys of scripts/test-tools.json. */
export type TestTool =
  'helm3' | 'helm4' | 'kustomize' | 'pre-commit' | 'node24' | 'actionlint' | 'gojq' | 'chromium';

type Pins = Readonly<Record<TestTool, { program: string; version: string }>>;

const root = new URL('../../../', import.meta.url);

/** The path of the pinned program if `npm run test-tools` has installed it. CI must have all of them. */
export function testTool(
  name: TestTool,
  repository: URL = root,
  ci = Boolean(process.env['CI']),
): string | undefined {
  const pins = JSON.parse(readFileSync(new URL('scripts/test-tools.json', root), 'utf8')) as Pins;
  const { program, version } = pins[name];
  const path = fileURLToPath(new URL(`.cache/test-tools/${program}-${version}/${program}`, repository));
  if (existsSync(path)) return path;
  if (ci) throw new Error(`${name} ${version} is not installed: run \`npm run test-tools\`.`);
  return undefined;
}
