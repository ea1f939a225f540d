import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { analyzeFile } from '@regmigrate/testkit';
import { describe, expect, test } from 'vitest';
import { analyzeArchive } from '../src/archives/analyze-archive.ts';
import type { ArchiveLimits } from '../src/archives/unpack-budget.ts';
import { openTree } from '../src/files/open-tree.ts';
import { scan } from '../src/scan.ts';
import { found } from './found.ts';
import { chart, pack, tar } from './pack.ts';
import { tree } from './tree.ts';

const prefilter = 'k8s\\.gcr\\.io|k8s-artifacts-prod';
const values = 'image:\n  repository: k8s.gcr.io/pause\n  tag: "3.1"\n';
const parent = { 'web/Chart.yaml': 'name: web\n' };
const archive = 'web/charts/redis-1.2.tgz';

async function read(
  files: Readonly<Record<string, string | Buffer>>,
  options: { path?: string; maxFileSize?: number; limits?: ArchiveLimits } = {},
) {
  const { path = archive, maxFileSize = 1 << 20, limits } = options;
  const cwd = tree(files);
  const found = await analyzeArchive(path, {
    cwd,
    maxFileSize,
    pattern: new RegExp(prefilter, 'i'),
    analyze: analyzeFile,
    tree: openTree({ cwd, maxFileSize }),
    ...(limits && { limits }),
  });
  const { findings = [], kept = [], problems = [] } = found[0]?.analysis ?? {};
  return { findings, kept, problems, source: found[0]?.source };
}

const told = ({ problems }: Awaited<ReturnType<typeof read>>) =>
  problems.map(({ code, message }) => `${code} ${message}`);

describe('what an archive holds', () => {
  test('a value that the parent sets has no effect', async () => {
    const { findings, kept } = await read({
      ...parent,
      'web/values.yaml': 'redis:\n  image:\n    repository: mirror.example.com/pause\n',
      [archive]: pack(...chart('redis', { 'values.yaml': values })),
    });
    expect({ findings, kept }).toEqual({
      findings: [],
      kept: [expect.objectContaining({ context: 'vendored', old: 'k8s.gcr.io/pause' })],
    });
  });

  test('a value of a dependency, and what the parent can set', async () => {
    const { findings, kept, problems, source } = await read({
      ...parent,
      [archive]: pack(...chart('redis', { 'values.yaml': values })),
    });
    expect({ kept, problems }).toEqual({ kept: [], problems: [] });
    expect(findings).toEqual([
      expect.objectContaining({
        file: archive,
        span: { start: 0, end: 0 },
        start: { line: 1, column: 1 },
        member: { path: 'redis/values.yaml', line: 2, column: 15 },
        locator: 'redis/values.yaml:2 image.repository',
        context: 'archive',
        applicability: 'manual',
        old: 'k8s.gcr.io/pause',
        new: 'registry.k8s.io/pause',
        reason: expect.stringContaining(
          ': set redis.image.repository to registry.k8s.io/pause in values.yaml of the parent chart',
        ) as string,
        edits: [],
      }),
    ]);
    expect(source?.digest).toMatch(/^[0-9a-f]{64}$/);
  });

  test('parts that are live, and texts that are not', async () => {
    const image = 'kind: Pod\nmetadata:\n  name: x\nspec:\n  containers:\n  - image: k8s.gcr.io/pause:3.1\n';
    const { findings, kept } = await read({
      ...parent,
      [archive]: pack(
        ...chart('redis', {
          'Chart.yaml':
            'apiVersion: v2\nname: redis\nannotations:\n  artifacthub.io/images: |\n    - name: x\n      image: k8s.gcr.io/pause:3.1\n',
          'values.yaml': '# image: k8s.gcr.io/pause:3.1\nimage: k8s.gcr.io/pause:3.1\n',
          'templates/pod.yaml': image,
          'templates/NOTES.txt': 'k8s.gcr.io/pause:3.1',
          'crds/x.yaml': image,
          'README.md': '`k8s.gcr.io/pause:3.1`',
          'ci/test-values.yaml': values,
          'CHANGELOG.md': 'k8s.gcr.io/pause:3.1',
        }),
        { name: 'stray.yaml', body: image },
      ),
    });
    expect(findings.map(({ member }) => member?.path)).toEqual([
      'redis/Chart.yaml',
      'redis/values.yaml',
      'redis/templates/pod.yaml',
      'redis/crds/x.yaml',
    ]);
    expect(kept.map(({ member, context }) => `${member?.path} ${context}`)).toEqual([
      'redis/values.yaml vendored',
      'redis/templates/NOTES.txt vendored',
      'redis/README.md vendored',
      'redis/ci/test-values.yaml vendored',
      'redis/CHANGELOG.md history',
      'stray.yaml vendored',
    ]);
  });

  test.each([
    ['elsewhere', 'web/redis-1.2.tgz', parent],
    ['beside no chart', archive, {}],
  ])('an archive %s is a release', async (_, path, files) => {
    const { findings, kept } = await read(
      { ...files, [path]: pack(...chart('redis', { 'values.yaml': values, 'a.txt': 'x.k8s.gcr.io' })) },
      { path },
    );
    expect(findings).toEqual([]);
    expect(kept.map(({ context }) => context)).toEqual(['frozen-release', 'other-name']);
  });

  test('aliases, subcharts in folders and in archives, and values for all charts', async () => {
    const common = chart('common', { 'values.yaml': values });
    const { findings } = await read({
      'web/Chart.yaml': 'name: web\ndependencies:\n- name: redis\n  alias: a\n- name: redis\n  alias: b\n',
      [archive]: pack(
        ...chart('redis', {
          'Chart.yaml': 'name: redis\ndependencies: [{name: common, alias: shared}]\n',
          'values.yaml': 'global:\n  imageRegistry: k8s.gcr.io\nlist:\n- image: k8s.gcr.io/pause:3.1\n',
          'charts/common-1.0.tgz': pack(...common),
          'charts/util/Chart.yaml': 'name: util',
          'charts/util/values.yaml':
            'x:\n  registry: us.gcr.io\n  repository: k8s-artifacts-prod/pause\n  tag: 3.1\n',
        }),
      ),
    });
    const advice = findings.map(
      ({ locator, reason }) => `${locator} | ${reason?.replace(/^.*?: (?=set)/, '')}`,
    );
    expect(advice).toEqual([
      'redis/values.yaml:2 global.imageRegistry | set global.imageRegistry to registry.k8s.io in values.yaml of the parent chart',
      expect.stringMatching(/^redis\/values.yaml:4 list\[0\]\.image \| it is packed[^:]*$/),
      'redis/charts/common-1.0.tgz/common/values.yaml:2 image.repository | set a.shared.image.repository to registry.k8s.io/pause and b.shared.image.repository to registry.k8s.io/pause in values.yaml of the parent chart',
      expect.stringContaining('a.util.x.registry to registry.k8s.io'),
    ]);
    expect(advice[3]).toContain('a.util.x.repository to pause');
  });

  test('names of dependencies in requirements.yaml; the archive named from its own folder', async () => {
    const cwd = tree({
      'web/.git/HEAD': '',
      'web/Chart.yaml': 'name: web\n',
      'web/requirements.yaml': 'dependencies:\n- name: redis\n  alias: cache\n',
      [archive]: pack(...chart('redis', { 'values.yaml': values })),
    });
    const { files } = await scan({
      cwd: `${cwd}/web/charts`,
      paths: ['redis-1.2.tgz'],
      ignoreFiles: true,
      pattern: prefilter,
      analyze: analyzeFile,
    });
    expect(files[0]?.analysis.findings[0]?.reason).toContain('set cache.image.repository to');
  });
});

describe('archives that are not as they should be', () => {
  const good = chart('redis', { 'values.yaml': values });
  const limits = { unpackedBytes: 1 << 20, members: 10, depth: 1 };

  test.each([
    ['cut off', gzipSync(tar([...good, { name: 'redis/z', body: randomBytes(9000) }])).subarray(0, -4000), 1],
    [
      'cut off inside',
      gzipSync(tar([...good, { name: 'redis/z', body: 'z'.repeat(9000) }]).subarray(0, 4000)),
      1,
    ],
    ['without its end', gzipSync(tar(good, false)), 1],
    ['a bad header', gzipSync(Buffer.concat([tar(good, false), Buffer.alloc(1024, 'x')])), 1],
    ['no tar', gzipSync('hello'), 0],
    ['empty', gzipSync(''), 0],
    ['packed twice', gzipSync(pack(...good)), 0],
    ['bad gzip', Buffer.concat([gzipSync(tar(good)).subarray(0, 20), Buffer.alloc(100, 'x')]), 0],
  ])('%s', async (_, bytes, findings) => {
    const result = await read({ ...parent, [archive]: bytes });
    expect(told(result)).toEqual([expect.stringMatching(/^archive-broken is damaged \(.*\); /)]);
    expect(result.findings).toHaveLength(findings);
  });

  test('too much unpacked, too many members', async () => {
    const bomb = pack(...good, { name: 'redis/bomb', body: Buffer.alloc(5e6) });
    const inner = pack(...good, { name: 'redis/charts/bomb-1.tgz', body: bomb });
    const many = pack(...good, ...Array.from({ length: 20 }, (_, index) => ({ name: `redis/${index}` })));
    for (const bytes of [bomb, inner, many]) {
      const result = await read({ ...parent, [archive]: bytes }, { limits });
      expect(told(result)).toEqual([
        expect.stringMatching(/^archive-too-large (unpacks to|has) more than .*; what follows redis\//),
      ]);
      expect(result.findings.length).toBeGreaterThan(0);
    }
  });

  test('links, names that lead out, members twice, large members: one problem of each kind', async () => {
    const result = await read(
      {
        ...parent,
        [archive]: pack(
          ...good,
          ...good,
          { name: '../x', body: values },
          { name: '/etc/x', body: values },
          { name: 'redis/../../x', body: values },
          { name: 'redis/link', type: '2' },
          { name: 'redis/hard', type: '1' },
          { name: 'redis/large', body: `${'x'.repeat(5000)} k8s.gcr.io/pause` },
          { name: 'redis/large-but-clean', body: 'x'.repeat(5000) },
          { name: 'redis/dir/', type: '5' },
        ),
      },
      { maxFileSize: 4000 },
    );
    expect(told(result)).toEqual([
      'archive-member holds redis/Chart.yaml, which is there more than once; all were read (and 1 more)',
      'archive-member holds ../x, which has a name that leads out of the archive and was not read (and 2 more)',
      'archive-member holds redis/link, which is a link and was not followed (and 1 more)',
      'archive-member holds redis/large, which is larger than the limit and was not read',
    ]);
    expect(result.findings).toHaveLength(2);
  });

  test('archives in archives', async () => {
    const nest = (inner: Buffer) => pack(...good, { name: 'redis/charts/in-1.tgz', body: inner });
    const deep = await read({ ...parent, [archive]: nest(nest(pack(...good))) }, { limits });
    expect(told(deep)).toEqual([
      'archive-member holds redis/charts/in-1.tgz/redis/charts/in-1.tgz, which lies too many archives deep and was not read',
    ]);
    const broken = await read({ ...parent, [archive]: nest(pack(...good).subarray(0, 60)) });
    expect(told(broken)).toEqual([
      expect.stringMatching(/^archive-broken holds redis\/charts\/in-1.tgz, which is damaged/),
    ]);
    expect((await read({ ...parent, [archive]: nest(nest(nest(pack(...good)))) })).findings).toHaveLength(4);
  });

  test('links in an archive that is no chart mean nothing', async () => {
    const result = await read({ [archive]: pack({ name: 'a', type: '2' }, { name: 'a', type: '2' }) });
    expect(result).toMatchObject({ findings: [], kept: [], problems: [] });
  });

  test('a member far over the limit is not held', async () => {
    const big = pack(...good, { name: 'redis/big', body: Buffer.alloc(150e6) });
    globalThis.gc?.();
    const before = process.memoryUsage().arrayBuffers;
    let most = 0;
    const timer = setInterval(() => (most = Math.max(most, process.memoryUsage().arrayBuffers)), 5);
    const result = await read({ ...parent, [archive]: big });
    clearInterval(timer);
    expect(result).toMatchObject({ findings: [{}], problems: [] });
    expect(most - before).toBeLessThan(100e6);
  });
});

describe('how archives are found', () => {
  test('by name and first bytes, whatever they hold; by both searchers', async () => {
    const tgz = pack(...chart('redis', { 'values.yaml': values }));
    const cwd = tree({
      'a.tgz': tgz,
      'B.TAR.GZ': tgz,
      'c.tar.gz': 'not packed',
      'd.tgz': `\n\x1f\x8b\x08`,
      'e.txt': 'text \x1f\x8b\x08',
      'f.tgz': '',
    });
    expect((await found({ cwd, archives: true })).candidates).toEqual(['B.TAR.GZ', 'a.tgz']);
    expect((await found({ cwd })).candidates).toEqual([]);
  });

  test('other packed files are not told of', async () => {
    const large = Buffer.concat([gzipSync('x'), Buffer.alloc(3e6)]);
    const cwd = tree({
      'a.gz': gzipSync('k8s.gcr.io'),
      'b.gz': large,
      'c.tar': Buffer.concat([Buffer.alloc(2e6), large]),
    });
    const options = { cwd, paths: [], ignoreFiles: true, pattern: prefilter, analyze: analyzeFile };
    for (const env of [{}, { REGMIGRATE_NO_RIPGREP: '1' }])
      expect(await scan({ ...options, env, maxFileSize: 1e6 })).toEqual({
        filesScanned: 3,
        files: [],
        problems: [],
      });
  });
});
