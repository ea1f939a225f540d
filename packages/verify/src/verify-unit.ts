import { rm } from 'node:fs/promises';
import { renderUnit, type RenderSettings } from './render-unit.ts';
import type { FileTree } from './tree/file-tree.ts';
import { gatherFiles } from './tree/gather-files.ts';
import { sameFiles } from './tree/same-files.ts';
import type { ClosureOf } from './units/closure.ts';
import { closureOfChart } from './units/closure-of-chart.ts';
import { closureOfKustomization } from './units/closure-of-kustomization.ts';
import type { Unit } from './units/unit.ts';
import type { ValuesFile } from './units/values-file.ts';
import { unproven, type Judging, type Outcome } from './verify-rendering.ts';

export interface UnitContext extends Omit<RenderSettings, 'program' | 'folder'> {
  readonly before: FileTree;
  readonly after: FileTree;
  /** Absolute paths of the programs that were found. */
  readonly programs: Readonly<Record<Unit['kind'], string | undefined>>;
  /** Files of values that the user gave. */
  readonly values: readonly ValuesFile[];
  readonly judging: Judging;
  /** Whether only units of which a file differs are of interest. */
  readonly onlyChanged: boolean;
}

export interface UnitOutcome extends Outcome {
  /** Display path of the values file. */
  readonly values?: string;
}

/** Renders a unit in both states; `folder` is for its copies and is gone afterwards. */
export async function verifyUnit(
  unit: Unit,
  context: UnitContext,
  folder: string,
): Promise<readonly UnitOutcome[]> {
  const { kind, closure } = unit;
  const { files } = await CLOSURES[kind](context.before, unit.folder);
  const [before, after] = await Promise.all([
    gatherFiles(context.before, files),
    gatherFiles(context.after, closure.files),
  ]);
  if (!after.ok) return [unproven(after.reason)];
  if (!before.ok) return [unproven(before.reason)];
  if (context.onlyChanged && sameFiles(before.files, after.files)) return [];
  const program = context.programs[kind];
  if (program === undefined) return [unproven(MISSING[kind])];
  const obstacle = obstacleOf(unit, context.allowRemote);
  if (obstacle !== undefined) return [unproven(obstacle)];
  if (before.files.size === 0) return [unproven('it is new: there was none before')];
  try {
    const settings = { ...context, program, folder };
    return await renderUnit(unit, { before: before.files, after: after.files }, settings);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function obstacleOf({ closure: { faults, remote } }: Unit, allowRemote: boolean): string | undefined {
  const [address] = remote;
  if (faults[0] !== undefined || address === undefined || allowRemote) return faults[0];
  return `it needs ${address}, which is fetched only with --allow-remote`;
}

const CLOSURES: Readonly<Record<Unit['kind'], ClosureOf>> = {
  chart: closureOfChart,
  kustomization: closureOfKustomization,
};

const MISSING = {
  chart:
    'there is no helm on PATH: install it (https://helm.sh/docs/intro/install) or name it with --helm-bin',
  kustomization:
    'there is neither kustomize nor kubectl on PATH: install one (https://kubectl.docs.kubernetes.io/installation/kustomize) or name it with --kustomize-bin',
} as const;
