import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FileAnalysis, SourceFile } from '@regmigrate/core';
import type { Environment } from '@regmigrate/scanner';
import type { LeftReference } from './compare/find-left.ts';
import type { MovesIn } from './compare/is-announced-move.ts';
import { findProgram, requireProgram } from './render/find-program.ts';
import { limitConcurrency, type Gate } from './render/limit-concurrency.ts';
import type { RenderingResult, Verification } from './result.ts';
import { findRoots, type TargetRoot } from './tree/find-roots.ts';
import { openBefore, type Base } from './tree/open-before.ts';
import { openWorkTree } from './tree/open-work-tree.ts';
import { displayPath } from './tree/tree-path.ts';
import { givenValues } from './units/given-values.ts';
import { selectUnits } from './units/select-units.ts';
import type { Unit } from './units/unit.ts';
import { unproven } from './verify-rendering.ts';
import { verifyUnit, type UnitContext } from './verify-unit.ts';

export interface VerifyOptions {
  readonly cwd: string;
  readonly env: Environment;
  /** Files and folders; none stands for the working directory. */
  readonly paths: readonly string[];
  /** A revision of git to compare with; by default the last fix, else the last commit. */
  readonly base?: string;
  /** Files of values, each for one more rendering of every chart. */
  readonly values: readonly string[];
  /** Of the cluster that charts are rendered for; by default Helm's own. */
  readonly kubeVersion?: string;
  readonly helmBin?: string;
  readonly kustomizeBin?: string;
  /** For one rendering. */
  readonly seconds: number;
  readonly allowRemote: boolean;
  readonly dependencyBuild: boolean;
  /** Leaves out what has no changed file, and looks for what has in the whole of each tree. */
  readonly onlyChanged: boolean;
  readonly analyze: (file: SourceFile) => FileAnalysis;
  readonly movesIn: MovesIn;
  /** Ends the run: what is not rendered yet is unproven. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: { readonly done: number; readonly total: number }) => void;
}

/** Renders every chart and kustomization below the paths before and after, and compares what comes out. */
export async function verify(options: VerifyOptions): Promise<Verification> {
  const { cwd, env, helmBin, kustomizeBin } = options;
  const programs: UnitContext['programs'] = {
    chart: helmBin === undefined ? findProgram('helm', env) : requireProgram('helm-bin', helmBin, cwd, env),
    kustomization:
      kustomizeBin === undefined
        ? (findProgram('kustomize', env) ?? findProgram('kubectl', env))
        : requireProgram('kustomize-bin', kustomizeBin, cwd, env),
  };
  const roots = await findRoots(cwd, options.paths, env);
  const temp = await realpath(await mkdtemp(join(tmpdir(), 'regmigrate-verify-')));
  try {
    const results: RenderingResult[] = [];
    const bases: Base[] = [];
    for (const [index, root] of roots.entries()) {
      const verified = await verifyRoot(root, programs, join(temp, String(index)), options);
      results.push(...verified.results);
      bases.push(...verified.bases);
    }
    return { results: results.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)), bases };
  } finally {
    await rm(temp, { recursive: true, force: true });
  }
}

async function verifyRoot(
  { root, inGit, targets }: TargetRoot,
  programs: UnitContext['programs'],
  temp: string,
  options: VerifyOptions,
): Promise<Verification> {
  const { cwd, env, seconds, analyze, movesIn, signal, onProgress } = options;
  const after = await openWorkTree(root, inGit, env);
  const units = await selectUnits(after, options.onlyChanged ? [''] : targets);
  if (units.length === 0) return { results: [], bases: [] };
  const { base, tree: before } = await openBefore({
    ...{ root, inGit, work: after, cwd, env },
    ...(options.base !== undefined && { revision: options.base }),
  });
  const values = await Promise.all(options.values.map((given) => givenValues(given, { cwd, root, before })));
  const limit = availableParallelism();
  const context: UnitContext = {
    ...{ before, after, programs, values, env, seconds },
    gate: limitConcurrency(limit),
    judging: { analyze, movesIn },
    onlyChanged: options.onlyChanged,
    allowRemote: options.allowRemote,
    dependencyBuild: options.dependencyBuild,
    ...(options.kubeVersion !== undefined && { kubeVersion: options.kubeVersion }),
    ...(signal && { signal }),
  };
  let done = 0;
  // A gate of its own: the copies of a unit are on the disk and in memory while it is rendered.
  const perUnit: Gate = limitConcurrency(limit);
  const verifyOne = async (unit: Unit, index: number): Promise<readonly RenderingResult[]> => {
    const outcomes = signal?.aborted
      ? [unproven('the run was interrupted')]
      : await verifyUnit(unit, context, join(temp, String(index)));
    onProgress?.({ done: ++done, total: units.length });
    const path = displayPath(cwd, root, unit.folder);
    const shown = (left: LeftReference): LeftReference =>
      left.origin
        ? { ...left, origin: { ...left.origin, file: displayPath(cwd, root, left.origin.file) } }
        : left;
    return outcomes.map((outcome) => ({ kind: unit.kind, path, ...outcome, left: outcome.left.map(shown) }));
  };
  const results = await Promise.all(units.map((unit, index) => perUnit(() => verifyOne(unit, index))));
  return { results: results.flat(), bases: [base] };
}
