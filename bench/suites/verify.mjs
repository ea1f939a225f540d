import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { commands, run } from '../commands.mjs';
import { helm } from '../helm.mjs';
import { measure } from '../measure.mjs';
import { checkVerify } from '../same-answers.mjs';
import { listCharts, writeCharts } from '../trees/write-charts.mjs';
import { commitAll } from '../trees/write-repository.mjs';

/** Charts that were fixed, against Helm alone, which renders the same charts before and after, as many at a time. */
export function measureVerify({ work, slowRounds, sizes: { verified } }, say) {
  if (helm === undefined) {
    say('verify: SKIPPED, for there is no Helm: `npm run -s test-tools` installs it');
    return undefined;
  }
  const place = { cwd: join(work, 'verify'), state: join(work, 'state') };
  const [before, after] = [join(place.cwd, 'before'), join(place.cwd, 'after')];
  // What a run before has left is fixed already.
  rmSync(place.cwd, { recursive: true, force: true });
  const retired = listCharts(verified * 2).filter((chart) => chart.retired);
  writeCharts(after, retired.slice(0, verified));
  commitAll(after);
  cpSync(after, before, { recursive: true });
  run(commands.fix, { ...place, cwd: after });
  checkVerify({ ...place, cwd: after }, verified);
  const places = [{ ...place, cwd: after }, place];
  const [verify, rendered] = measure([commands.verify, commands.helm], slowRounds, (index) => places[index]);
  return { charts: verified, helmVersion: helm.version, verify, helm: rendered };
}
