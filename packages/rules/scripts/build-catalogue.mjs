#!/usr/bin/env node
// Rebuilds packages/rules/data from the image promoter manifests of kubernetes/k8s.io.
//
//   build-catalogue.mjs --checkout DIR | --git-dir DIR [--rev REV] [--out DIR]
//   build-catalogue.mjs --from-tags tags.json [--aliases aliases.json] [--out DIR]
//
// The first form knows per tag whether k8s.gcr.io had it, and writes digest prefixes.
// The second imports an older summary, which says so per image only: see LAST_SERVED.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';

const BACKFILL = 'k8s.gcr.io/archived/images/DO-NOT-MODIFY-legacy-backfill/images.yaml';
const PREFIX_BYTES = 6;

/** The newest tags of the frozen tree, for the summary that does not tell them apart. */
const KUBERNETES = [
  'v1.16.15',
  'v1.17.17',
  'v1.18.20',
  'v1.19.16',
  'v1.20.15',
  'v1.21.14',
  'v1.22.17',
  'v1.23.17',
  'v1.24.12',
  'v1.25.8',
  'v1.26.2',
  'v1.27.0-alpha.3',
];
const LAST_SERVED = {
  'kube-apiserver': KUBERNETES,
  'kube-controller-manager': KUBERNETES,
  'kube-proxy': KUBERNETES,
  'kube-scheduler': KUBERNETES,
  pause: ['3.9'],
  etcd: ['3.5.7-0'],
  'coredns/coredns': ['v1.10.1'],
  'ingress-nginx/controller': ['v1.6.4'],
  'metrics-server/metrics-server': ['v0.6.2'],
  'kube-state-metrics/kube-state-metrics': ['v2.8.1'],
  'external-dns/external-dns': ['v0.13.2'],
  'autoscaling/cluster-autoscaler': ['v1.26.1'],
  'dns/k8s-dns-node-cache': ['1.22.20'],
  'sig-storage/csi-provisioner': ['v3.4.0'],
  'descheduler/descheduler': ['v0.26.0'],
  'node-problem-detector/node-problem-detector': ['v0.8.12'],
};

/** Those of them that release one line at a time: no old line was patched after the freeze. */
const ONE_LINE = new Set([
  'coredns/coredns',
  'metrics-server/metrics-server',
  'kube-state-metrics/kube-state-metrics',
  'external-dns/external-dns',
  'dns/k8s-dns-node-cache',
  'descheduler/descheduler',
  'node-problem-detector/node-problem-detector',
]);

/** In the frozen and current trees too, but with nothing that the backfill lacks. */
const ENDED = new Set(['hyperkube']);

/** Staging projects whose destination is not their own name, for the same summary. */
const STAGING = {
  kubernetes: ['', 'kubernetes'],
  etcd: ['', 'kubernetes'],
  npd: ['node-problem-detector'],
  'sp-operator': [
    'security-profiles-operator',
    'security-profiles-operator-bundle',
    'security-profiles-operator-catalog',
  ],
  'capi-vsphere': ['cluster-api-vsphere'],
  'cluster-api-kubeadm': ['capi-kubeadm'],
  'sched-simulator': ['scheduler-simulator'],
  'tg-exporter': ['testgrid-exporter'],
  'win-op-rdnss': ['windows-op-readiness'],
  'win-svc-proxy': ['windows-service-proxy'],
  'ingress-controller-conformance': ['ingressconformance'],
};

const { values: options } = parseArgs({
  options: Object.fromEntries(
    ['checkout', 'git-dir', 'rev', 'out', 'from-tags', 'aliases'].map((name) => [name, { type: 'string' }]),
  ),
});
const out = options.out ?? fileURLToPath(new URL('../data', import.meta.url));
if (!options.checkout && !options['git-dir'] && !options['from-tags']) {
  console.error('usage: build-catalogue.mjs --checkout DIR | --git-dir DIR | --from-tags FILE [--out DIR]');
  process.exit(2);
}
mkdirSync(out, { recursive: true });
if (options['from-tags']) importSummary(options['from-tags']);
else readManifests(options['git-dir'] ? [`--git-dir=${options['git-dir']}`] : ['-C', options.checkout]);

// ---------------------------------------------------------------- manifests

function readManifests(gitPrefix) {
  const rev = options.rev ?? 'HEAD';
  const git = (...args) =>
    execFileSync('git', [...gitPrefix, ...args], { encoding: 'utf8', maxBuffer: 1 << 28 });
  const show = (path) => parse(git('show', `${rev}:${path}`), { maxAliasCount: -1 });
  const files = new Set(
    git('ls-tree', '-r', '--name-only', rev, '--', 'registry.k8s.io/', 'k8s.gcr.io/').split('\n'),
  );
  const images = new Map();
  const staging = {};

  for (const tree of ['k8s.gcr.io', 'registry.k8s.io']) {
    for (const file of files) {
      const [, project] = /manifests\/k8s-staging-([^/]+)\/promoter-manifest\.yaml$/.exec(file) ?? [];
      const list = `${tree}/images/k8s-staging-${project}/images.yaml`;
      if (!project || !file.startsWith(`${tree}/`) || !files.has(list)) continue;
      const prefixes = destinations(show(file));
      staging[project] = [...new Set([...(staging[project] ?? []), ...prefixes])];
      for (const prefix of prefixes)
        addList(images, prefix, show(list), tree === 'k8s.gcr.io' ? 'frozen' : 'current');
    }
  }
  addList(images, '', show(BACKFILL), 'legacy');
  // A project whose name is its only destination needs no entry: the reader assumes that.
  for (const [project, prefixes] of Object.entries(staging)) {
    if (prefixes.length === 1 && prefixes[0] === project) delete staging[project];
  }
  const commit = git('rev-parse', rev).trim();
  const date = git('log', '-1', '--format=%cs', commit).trim();
  write({ commit, date, staging, pools: fromImages(images), successors: findSuccessors(images) });
  writeDigests(images);
}

function destinations(manifest) {
  const found = manifest.registries
    .filter((registry) => !registry.src)
    .map((registry) => /\/k8s-artifacts-prod(?:\/images)?(?:\/(.*))?$/.exec(registry.name))
    .filter(Boolean)
    .map((match) => match[1] ?? '');
  return [...new Set(found)];
}

function addList(images, prefix, list, kind) {
  for (const { name, dmap } of list ?? []) {
    const path = prefix ? `${prefix}/${name}` : name;
    const image = images.get(path) ?? {
      current: new Set(),
      frozen: new Set(),
      legacy: new Set(),
      digests: new Map(),
    };
    images.set(path, image);
    for (const [digest, tags] of Object.entries(dmap ?? {})) {
      for (const tag of tags ?? []) {
        image[kind].add(String(tag));
        image.digests.set(String(tag), digest);
      }
    }
  }
}

function fromImages(images) {
  return [...images].map(([path, { current, frozen, legacy }]) => {
    const served = [...new Set([...frozen, ...legacy])];
    const later = [...current].filter((tag) => !frozen.has(tag) && !legacy.has(tag));
    const closed = current.size === 0 && frozen.size === 0;
    return [path, closed ? { l: served } : { s: served, a: later }];
  });
}

/** A root image of the backfill and the sub-project images of the same name, arch suffix or not. */
function findSuccessors(images) {
  const nested = new Map();
  for (const path of images.keys()) {
    const [project, ...rest] = path.split('/');
    if (rest.length === 0 || project === 'kubernetes') continue;
    const name = rest.at(-1);
    nested.set(name, [...(nested.get(name) ?? []), path]);
  }
  const successors = {};
  for (const [path, { legacy }] of images) {
    if (path.includes('/') || legacy.size === 0) continue;
    const plain = path.replace(/-(amd64|arm|arm64|ppc64le|s390x)$/, '');
    const found = [...new Set([...(nested.get(path) ?? []), ...(nested.get(plain) ?? [])])];
    if (found.length > 0) successors[path] = found;
  }
  return successors;
}

/** digests.bin: bare prefixes in sorted order of path, then tag. The reader counts along. */
function writeDigests(images) {
  const bytes = [];
  for (const path of [...images.keys()].sort()) {
    // kubernetes/X and X are one promotion, so the reader falls back to X.
    if (path.startsWith('kubernetes/') && images.has(path.slice('kubernetes/'.length))) continue;
    const { digests } = images.get(path);
    for (const tag of [...digests.keys()].sort()) {
      bytes.push(
        Buffer.from(digests.get(tag).slice('sha256:'.length, 'sha256:'.length + 2 * PREFIX_BYTES), 'hex'),
      );
    }
  }
  writeFileSync(join(out, 'digests.bin'), Buffer.concat(bytes));
}

// ------------------------------------------------------------------ summary

function importSummary(file) {
  const summary = JSON.parse(readFileSync(file, 'utf8'));
  const aliases = JSON.parse(readFileSync(options.aliases ?? join(dirname(file), 'aliases.json'), 'utf8'));
  const pools = Object.entries(summary.images).map(([path, text]) => {
    const [flags, index] = text.split(' ');
    const tags = summary.pool[Number(index)].split(' ').filter(Boolean);
    if (flags === 'l') return [path, { l: tags }];
    if (flags === 'c') return [path, { a: tags }];
    return [path, splitByLastServed(path, tags)];
  });
  const successors = Object.fromEntries(
    Object.entries(aliases).map(([path, list]) => [path, list.map(({ to }) => to)]),
  );
  write({ commit: summary.commit, date: summary.date, staging: STAGING, pools, successors });
  // A summary has no digests, and those of another snapshot would not line up.
  rmSync(join(out, 'digests.bin'), { force: true });
}

/** Served, after the freeze, or (older release lines may have gone on) present: not told. */
function splitByLastServed(path, tags) {
  // Architectures are promoted together, and kubernetes/X with X.
  const base = path.replace(/^kubernetes\//, '').replace(/-(amd64|arm|arm64|ppc64le|s390x)$/, '');
  if (ENDED.has(base)) return { s: tags };
  const lines = LAST_SERVED[base]?.map(version);
  if (!lines) return { p: tags };
  const split = { s: [], a: [], p: [] };
  for (const tag of tags) split[sideOf(version(tag), lines, ONE_LINE.has(base))].push(tag);
  return split;
}

function sideOf(asked, lines, isOneLine) {
  if (!asked) return 'p';
  const line = lines.find(({ numbers }) => lineOf(numbers) === lineOf(asked.numbers));
  if (compare(asked, lines.at(-1)) > 0) return 'a';
  if (line && compare(asked, line) <= 0) return 's';
  // The rc.0 of the next patch comes with the last patch, so only a release is surely later.
  if (line) return asked.tail[0] === 3 ? 'a' : 'p';
  return isOneLine || (lines.length > 1 && compare(asked, lines[0]) < 0) ? 's' : 'p';
}

function version(tag) {
  const match = /^v?(\d+(?:\.\d+)+)(?:-(alpha|beta|rc)\.(\d+)|-(\d+))?$/.exec(tag);
  if (!match) return undefined;
  const stage = match[2] ? ['alpha', 'beta', 'rc'].indexOf(match[2]) : 3;
  return { numbers: match[1].split('.').map(Number), tail: [stage, Number(match[3] ?? match[4] ?? 0)] };
}

function lineOf(numbers) {
  return numbers.slice(0, Math.min(2, numbers.length - 1)).join('.');
}

function compare(left, right) {
  const a = [...left.numbers, ...Array(4 - left.numbers.length).fill(0), ...left.tail];
  const b = [...right.numbers, ...Array(4 - right.numbers.length).fill(0), ...right.tail];
  for (let index = 0; index < a.length; index += 1) if (a[index] !== b[index]) return a[index] - b[index];
  return 0;
}

// ------------------------------------------------------------------- output

function write({ commit, date, staging, pools, successors }) {
  const pool = new Map();
  const images = {};
  for (const [path, split] of pools.sort(([a], [b]) => (a < b ? -1 : 1))) {
    const parts = Object.entries(split).filter(([kind, tags]) => tags.length > 0 || kind === 'l');
    images[path] = parts
      .map(([kind, tags]) => {
        const key = [...tags].sort().join(' ');
        if (!pool.has(key)) pool.set(key, pool.size);
        return `${kind}${pool.get(key)}`;
      })
      .join(' ');
  }
  const catalogue = {
    schema: 1,
    source: 'kubernetes/k8s.io',
    licence: 'Apache-2.0',
    commit,
    date,
    pool: [...pool.keys()],
    images,
    successors,
    staging,
  };
  const text = `${JSON.stringify(catalogue)}\n`;
  writeFileSync(join(out, 'catalogue.json'), text);
  console.log(
    `catalogue.json: ${Object.keys(images).length} images, ${pool.size} tag sets, ${text.length} bytes, ${date}`,
  );
}
