import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { runIn } from '../../cli/test/run-in.ts';
import { listTrees } from '../src/index.ts';

const TRUST = ['keep', 'manual', 'unsafe', 'safe'];

/**
 * What files tell of others without a path that leads to them: tools that match images by name, and links and texts
 * that cannot be followed. Of what is named by itself only those files are heard that are named too.
 */
const TOLD_BY_NAME = /finds images by this name|is not known and may|a kustomization overrides this name/;

/** What was found in a file, and how far it is trusted: by place and code. */
async function findingsIn(cwd: string, path: string): Promise<readonly LocatedFinding[]> {
  const { stdout } = await runIn(cwd, ['lint', '--format=json', path]);
  return (JSON.parse(stdout) as { findings: readonly LocatedFinding[] }).findings;
}

interface LocatedFinding {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly rule: string;
  readonly applicability: string;
  readonly reason: string | null;
}

const trustIn = ({ applicability }: LocatedFinding): number => TRUST.indexOf(applicability);

describe.each(listTrees().map((tree) => [tree.name, tree] as const))('trees/%s', (_name, { folder }) => {
  it('trusts nothing more in a file that is named than in the whole tree', { timeout: 60_000 }, async () => {
    const cwd = mkdtempSync(join(tmpdir(), 'regmigrate-named-'));
    onTestFinished(() => rmSync(cwd, { recursive: true, force: true }));
    cpSync(fileURLToPath(new URL('input/', folder)), cwd, { recursive: true, verbatimSymlinks: true });
    mkdirSync(join(cwd, '.git'));
    const whole = await findingsIn(cwd, '.');
    for (const file of new Set(whole.map((one) => one.file))) {
      const named = new Map(
        (await findingsIn(cwd, file)).map((one) => [`${one.line}:${one.column} ${one.rule}`, one]),
      );
      for (const one of whole.filter((other) => other.file === file)) {
        const place = `${one.line}:${one.column} ${one.rule}`;
        const alone = named.get(place);
        // What is odd about an entry hangs on what other files hold, and is told of the entries of a run.
        if (one.rule === 'kustomize-images') continue;
        if (!alone) throw new Error(`${file}:${place} is not found where the file is named`);
        const isMore = trustIn(alone) > trustIn(one) && !TOLD_BY_NAME.test(one.reason ?? '');
        expect(isMore && `${alone.applicability}, not ${one.applicability}`, `${file}:${place}`).toBe(false);
      }
    }
  });
});
