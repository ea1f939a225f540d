// `npm run build | typecheck | lint`, from a fresh clone too.
import { BootstrapError, ensureInstalled, requireNode, runTool, tools } from './bootstrap.mjs';

const turbo = (task) => () => runTool(tools.turbo, ['run', task, '--output-logs=errors-only']);

/** Every step runs, so that one run tells all; each gives an exit code. */
const tasks = {
  build: [turbo('build')],
  typecheck: [turbo('typecheck')],
  lint: [
    () => runTool(tools.eslint, ['.']),
    () => runTool(tools.prettier, ['--check', '--log-level=warn', '.']),
    () => runTool(tools.knip, ['--no-config-hints']),
  ],
};

try {
  const steps = tasks[process.argv[2]];
  if (!steps) throw new BootstrapError(`no such task; there are: ${Object.keys(tasks).join(', ')}.`);
  requireNode();
  ensureInstalled();
  const codes = steps.map((step) => step());
  process.exitCode = codes.find((code) => code !== 0) || 0;
} catch (error) {
  if (!(error instanceof BootstrapError)) throw error;
  process.stderr.write(`regmigrate: ${error.message}\n`);
  process.exitCode = 2;
}
