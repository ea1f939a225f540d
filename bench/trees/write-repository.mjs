import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { folderOf } from './folder-of.mjs';
import { KUSTOMIZATIONS_OF_APP, MANIFESTS_OF_APP, writeKustomizations } from './write-kustomizations.mjs';
import { listCharts, writeCharts } from './write-charts.mjs';
import { writeMixed } from './write-mixed.mjs';

const FILES_OF_CHART = 13;
/** With its transformers and patches. */
const FILES_OF_APP = KUSTOMIZATIONS_OF_APP + MANIFESTS_OF_APP + 2;

/** A Git repository of so many files, a part of them in charts and kustomizations. All of it is committed. */
export function writeRepository(root, files) {
  const charts = Math.round(files / 400);
  const apps = Math.round(files / 4_000);
  writeMixed(root, files - charts * FILES_OF_CHART - apps * FILES_OF_APP, 2_500);
  writeCharts(join(root, 'charts'), listCharts(charts));
  writeKustomizations(join(root, 'clusters'), apps);
  commitAll(root);
}

const STAGED = [
  'charts/group-0/chart-0/README.md',
  'charts/group-0/chart-0/templates/deployment.yaml',
  'charts/group-0/chart-0/values.yaml',
  'clusters/team-0/app-0/base/app-0-base-0.yaml',
  'clusters/team-0/app-0/base/kustomization.yaml',
  'clusters/team-0/app-0/overlays/prod/images.yaml',
];

/** The item of a folder that has a retired name. */
const HIT = 500;

/** Ten files as one change may hold them: of a chart, of an app with its overlay, and some that lie together. */
export function stagedFiles(root) {
  return [...STAGED, join(folderOf(HIT), `item-${HIT}.yaml`), ...cleanFiles(root).slice(0, 3)];
}

/** Ten files that lie together and hold no retired name. */
export function cleanFiles(root) {
  const folder = folderOf(HIT);
  const names = readdirSync(join(root, folder)).filter((name) => !name.startsWith(`item-${HIT}.`));
  return names
    .sort()
    .slice(0, 10)
    .map((name) => join(folder, name));
}

/** No hook, template or setting of the user has a say. */
const ENV = { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1', GIT_TEMPLATE_DIR: '' };
const IDENTITY = ['-c', 'user.name=bench', '-c', 'user.email=bench@example.com'];

export function commitAll(root) {
  const git = (...args) =>
    execFileSync('git', [...IDENTITY, '-c', 'gc.auto=0', ...args], {
      cwd: root,
      env: { ...process.env, ...ENV },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  git('init', '-q');
  git('add', '-A');
  git('commit', '-q', '-m', 'all');
}
