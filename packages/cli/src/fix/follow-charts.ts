import type { Companion, Hint } from '@regmigrate/core';
import { addCompanions, type FixPlan } from '@regmigrate/fixer';
import { changedCharts, raiseCharts } from '@regmigrate/links';
import { committedTexts, defaultMaxFileSize, openTree } from '@regmigrate/scanner';
import type { Arguments } from '../arguments/parse-arguments.ts';
import type { Invocation } from '../invocation.ts';

interface Followed {
  readonly plan: FixPlan;
  readonly hints: readonly Hint[];
}

/** Adds to the plan `others`, and what the charts that it changes need, or tells it where that was not asked for. */
export async function followCharts(
  plan: FixPlan,
  others: readonly Companion[],
  args: Arguments,
  invocation: Invocation,
): Promise<Followed> {
  const { cwd, env } = invocation;
  const tree = openTree({ cwd, paths: args.operands, maxFileSize: args.maxFileSize ?? defaultMaxFileSize });
  const charts = changedCharts(
    tree,
    plan.files.map(({ source }) => source.path),
  );
  if (charts.length === 0)
    return { plan: others.length === 0 ? plan : await addCompanions(plan, others, { cwd }), hints: [] };
  const committed = await committedTexts(
    charts.map(({ file }) => file),
    { cwd, env },
  );
  const { companions, hints } = raiseCharts(charts, { tree, step: args.bumpChart, committed });
  return { plan: await addCompanions(plan, [...companions, ...others], { cwd }), hints };
}
