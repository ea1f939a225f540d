import { runAction } from './run-action.ts';

process.exitCode = await runAction({
  env: process.env,
  node: process.execPath,
  cwd: process.env['GITHUB_WORKSPACE'] || process.cwd(),
  print: (text) => process.stdout.write(text),
});
