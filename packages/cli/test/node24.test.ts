import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { needsTool, testTool } from '../../testkit/src/index.ts';
import { folderWith, pod } from './run-in.ts';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

needsTool('node24')('on Node 24', () => {
  // Apart from the command in dist/, which other tests run.
  const folder = mkdtempSync(join(tmpdir(), 'regmigrate-node24-'));
  beforeAll(() => {
    execFileSync(process.execPath, [at('../build.mjs'), join(folder, 'dist')]);
    mkdirSync(join(folder, 'bin'));
    cpSync(at('../bin/regmigrate.js'), join(folder, 'bin/regmigrate.mjs'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const lint = (cwd: string) =>
    spawnSync(testTool('node24')!, [join(folder, 'bin/regmigrate.mjs'), 'lint', '--format=concise'], {
      cwd,
      encoding: 'utf8',
    });

  it('a configuration in TypeScript is read, types and all', () => {
    const folder = folderWith({
      'a.yaml': pod('old.example/team/web:1'),
      'regmigrate.config.ts':
        "interface Move { from: string; to: string }\nconst moves: Move[] = [{ from: 'old.example', to: 'new.example' }];\nexport default { moves };\n",
    });
    const { status, stdout, stderr } = lint(folder);
    expect(stderr).toBe('');
    expect([status, stdout]).toEqual([1, expect.stringContaining('new.example/team/web:1')]);
  });

  it('what is wrong in it is told in one sentence', () => {
    const folder = folderWith({
      'regmigrate.config.ts': 'enum Far { away }\nexport default { far: Far.away };\n',
    });
    const { status, stderr } = lint(folder);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^regmigrate: The configuration regmigrate\.config\.ts [^\n]+\n$/);
  });
});
