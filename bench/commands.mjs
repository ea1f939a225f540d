import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { helm } from './helm.mjs';
import { rgPath } from './ripgrep.mjs';

const cli = fileURLToPath(new URL('../packages/cli/', import.meta.url));
const regmigrate = (...args) => [process.execPath, join(cli, 'bin/regmigrate.js'), ...args];

const SED = 's#k8s\\.gcr\\.io#registry.k8s.io#g';

const verify = (...args) => regmigrate('verify', '--base=HEAD', `--helm-bin=${helm?.path}`, ...args, '.');
/** As `verify` calls it, and as many at a time. */
const TEMPLATE = `'${helm?.path}' template regmigrate {} --include-crds`;

/** What is measured: programs with their arguments, to be run in the tree. */
export const commands = {
  lint: regmigrate('lint', '.'),
  lintJson: regmigrate('lint', '--format=json', '.'),
  fix: regmigrate('fix', '.'),
  lintFiles: (...files) => regmigrate('lint', ...files),
  verify: verify(),
  verifyJson: verify('--format=json'),
  node: [process.execPath, '-e', '0'],
  rg: [rgPath, '-l', '-F', 'k8s.gcr.io', '.'],
  grep: ['grep', '-rlF', 'k8s.gcr.io', '.'],
  parseYaml: [process.execPath, fileURLToPath(new URL('parse-yaml.mjs', import.meta.url))],
  helm: ['sh', '-c', `ls -d before/*/*/ after/*/*/ | xargs -P ${availableParallelism()} -I{} ${TEMPLATE}`],
  sed: ['sh', '-c', `grep -rlZF k8s.gcr.io . | xargs -0 sed -i '${SED}'`],
};

/** Exit code 1 says that something was found. */
const FINE = [0, 1];

export function run(command, { cwd, state, stdout = 'ignore' }) {
  const [program, ...args] = command;
  // Records of what was fixed go where the trees are.
  const env = { ...process.env, XDG_STATE_HOME: state };
  const start = process.hrtime.bigint();
  const result = spawnSync(program, args, {
    cwd,
    env,
    stdio: ['ignore', stdout, 'pipe'],
    maxBuffer: 2 ** 28,
  });
  const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;
  if (result.error) throw result.error;
  if (!FINE.includes(result.status))
    throw new Error(`${command.join(' ')} ended with ${result.status}: ${result.stderr}`);
  return { milliseconds, stdout: result.stdout?.toString() };
}
