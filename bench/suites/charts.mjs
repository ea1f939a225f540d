import { join } from 'node:path';
import { commands } from '../commands.mjs';
import { measure } from '../measure.mjs';
import { peakMemory } from '../peak-memory.mjs';
import { checkCharts, checkParse } from '../same-answers.mjs';
import { once } from '../trees/write.mjs';
import { listCharts, writeCharts } from '../trees/write-charts.mjs';

/** Charts, most of them with retired names, against a program that only parses their YAML. */
export async function measureCharts({ work, slowRounds, sizes }) {
  const charts = listCharts(sizes.charts);
  const cwd = join(work, `charts-${sizes.charts}`);
  once(cwd, () => writeCharts(cwd, charts));
  const place = { cwd, state: work };
  const parsed = checkParse(place);
  const findings = checkCharts(place, charts);
  const [lint, parse] = measure([commands.lint, commands.parseYaml], slowRounds, () => place);
  const megabytes = await peakMemory(commands.lint, place);
  return { charts: sizes.charts, ...parsed, findings, lint, parse, megabytes };
}
