import { verify, type Verification } from '@regmigrate/verify';
import type { Arguments } from '../arguments/parse-arguments.ts';
import type { Invocation } from '../invocation.ts';
import { createAnalyzer } from '../search/create-analyzer.ts';
import { loadSettings } from '../settings/load-settings.ts';
import { createProgress } from '../terminal/create-progress.ts';
import { createAnnouncedMoves } from './announced-moves.ts';

const USUAL_SECONDS = 60;

/** Verifies what the paths name, or whatever the last fix changed, wherever it is. */
export async function runVerify(
  args: Arguments,
  { cwd, env, stderr, interruptible }: Invocation,
  scope: 'paths' | 'changed',
): Promise<Verification> {
  const { flags, operands, base, kubeVersion, helmBin, kustomizeBin } = args;
  const settings = await loadSettings(args, cwd);
  const progress = createProgress(stderr, Date.now);
  const work = (signal?: AbortSignal) =>
    verify({
      cwd,
      env,
      // A fix takes globs, too; whatever they named, it lies in a tree of these.
      paths: scope === 'paths' ? operands : ['.', ...operands.filter((path) => !/[*?[\]{}]/.test(path))],
      values: args.values,
      seconds: args.timeout ?? USUAL_SECONDS,
      allowRemote: flags.has('allow-remote'),
      dependencyBuild: flags.has('helm-dependency-build'),
      onlyChanged: scope === 'changed',
      analyze: createAnalyzer(settings),
      movesIn: createAnnouncedMoves(settings),
      onProgress: ({ done }) => progress.update('rendered', done),
      ...(base !== undefined && { base }),
      ...(kubeVersion !== undefined && { kubeVersion }),
      ...(helmBin !== undefined && { helmBin }),
      ...(kustomizeBin !== undefined && { kustomizeBin }),
      ...(signal && { signal }),
    });
  try {
    return await (interruptible ? interruptible(work) : work());
  } finally {
    progress.end();
  }
}
