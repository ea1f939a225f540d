import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Environment } from '@regmigrate/scanner';
import { traceLeft } from './compare/trace-left.ts';
import { buildDependencies } from './render/build-dependencies.ts';
import { buildKustomization } from './render/build-kustomization.ts';
import type { Gate } from './render/limit-concurrency.ts';
import { reducedEnvironment } from './render/reduced-environment.ts';
import { renderChart, type RenderOptions } from './render/render-chart.ts';
import type { Rendered } from './render/rendering.ts';
import { sameFiles } from './tree/same-files.ts';
import { writeCopy } from './tree/write-copy.ts';
import { chartVersions } from './units/chart-versions.ts';
import type { Unit } from './units/unit.ts';
import { ciValues, type ValuesFile } from './units/values-file.ts';
import { unproven, verifyRendering, type Judging } from './verify-rendering.ts';
import type { UnitOutcome } from './verify-unit.ts';

export interface RenderSettings {
  /** Absolute path. */
  readonly program: string;
  /** Does not exist yet. */
  readonly folder: string;
  readonly values: readonly ValuesFile[];
  readonly env: Environment;
  readonly seconds: number;
  readonly gate: Gate;
  readonly judging: Judging;
  readonly allowRemote: boolean;
  readonly dependencyBuild: boolean;
  readonly kubeVersion?: string;
  readonly signal?: AbortSignal;
}

const STATES = ['before', 'after'] as const;
type State = (typeof STATES)[number];
type Contents = Readonly<Record<State, ReadonlyMap<string, Buffer>>>;

/** Renders copies of both states, once for each set of values. */
export async function renderUnit(
  unit: Unit,
  contents: Contents,
  settings: RenderSettings,
): Promise<readonly UnitOutcome[]> {
  const { kind, folder } = unit;
  const same = sameFiles(contents.before, contents.after);
  const sets = kind === 'chart' ? [...ciValues(folder, contents.after), ...settings.values] : [];
  const isUnchanged = (values: ValuesFile | undefined): boolean => {
    const [then, now] = STATES.map((state) => values?.in(state, contents[state]));
    return same && (then === now || (then !== undefined && now?.equals(then) === true));
  };
  const states = isUnchanged(undefined) && sets.every(isUnchanged) ? (['after'] as const) : STATES;
  for (const state of states) await prepare(state, contents[state], settings);
  if (kind === 'chart' && settings.dependencyBuild)
    for (const state of states) {
      const options = optionsOf(unit, state, settings);
      const built = await settings.gate(() => buildDependencies(options, contents[state]));
      if (!built.ok) return [unproven(`its dependencies could not be built: ${built.reason}`)];
    }
  const outcomes: UnitOutcome[] = [];
  for (const [index, values] of [undefined, ...sets].entries()) {
    const render = (state: State) => renderSet(unit, state, contents, settings, values && { values, index });
    const outcome = await verifyRendering(
      {
        after: () => render('after'),
        ...(!isUnchanged(values) && { before: () => render('before') }),
        ...(kind === 'chart' && { versions: chartVersions(folder, contents.before, contents.after) }),
      },
      settings.judging,
    );
    const left = kind === 'chart' ? traceLeft(outcome.left, folder, contents.after) : outcome.left;
    outcomes.push({ ...outcome, left, ...(values && { values: values.shown }) });
  }
  return outcomes;
}

const homeOf = (state: State, { folder }: RenderSettings): string => join(folder, `${state}-home`);

async function prepare(state: State, files: Contents[State], settings: RenderSettings): Promise<void> {
  await writeCopy(join(settings.folder, state), files);
  await mkdir(homeOf(state, settings), { mode: 0o700 });
}

function optionsOf({ kind, folder }: Unit, state: State, settings: RenderSettings): RenderOptions {
  const { program, env, seconds, signal, allowRemote, kubeVersion } = settings;
  const network = kind === 'chart' ? settings.dependencyBuild : allowRemote;
  const home = homeOf(state, settings);
  return {
    program,
    copy: join(settings.folder, state),
    folder,
    env: reducedEnvironment(env, home, network),
    seconds,
    ...(kubeVersion !== undefined && { kubeVersion }),
    ...(signal && { signal }),
  };
}

async function renderSet(
  unit: Unit,
  state: State,
  contents: Contents,
  settings: RenderSettings,
  set: { readonly values: ValuesFile; readonly index: number } | undefined,
): Promise<Rendered> {
  const options = optionsOf(unit, state, settings);
  if (unit.kind === 'kustomization')
    return settings.gate(() => buildKustomization(options, unit.closure.isContained === true));
  if (set === undefined) return settings.gate(() => renderChart(options));
  const bytes = set.values.in(state, contents[state]);
  if (bytes === undefined) return { ok: false, reason: `there is no ${set.values.shown}` };
  const file = join(homeOf(state, settings), `values-${set.index}.yaml`);
  await writeFile(file, bytes, { mode: 0o600 });
  return settings.gate(() => renderChart(options, file));
}
