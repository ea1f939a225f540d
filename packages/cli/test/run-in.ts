import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { run } from '../src/main.ts';

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

interface Settings {
  readonly stdin?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly terminal?: boolean;
}

/** A folder with these files that is gone after the test. */
export function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'regmigrate-cli-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  // A repository of its own, so that ignore files and undo records of folders above do not count.
  mkdirSync(join(folder, '.git'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** Runs a command line in a folder and gives what it wrote. */
export async function runIn(cwd: string, argv: readonly string[], settings: Settings = {}): Promise<Ran> {
  const { stdin = '', env = {}, terminal = false } = settings;
  const [stdout, stderr] = [collector(terminal), collector(terminal)];
  const code = await run({
    argv,
    cwd,
    env: { XDG_STATE_HOME: join(cwd, '.state'), ...env },
    stdin: (async function* () {
      yield await Promise.resolve(Buffer.from(stdin));
    })(),
    stdout,
    stderr,
  });
  return { code, stdout: stdout.text(), stderr: stderr.text() };
}

function collector(isTTY: boolean) {
  const chunks: Buffer[] = [];
  return {
    isTTY,
    columns: 80,
    write: (text: string | Uint8Array) => chunks.push(Buffer.from(text)),
    text: () => Buffer.concat(chunks).toString(),
  };
}

export function pod(...images: readonly string[]): string {
  const containers = images.map((image, index) => `    - name: c${index}\n      image: ${image}\n`);
  return `apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n${containers.join('')}`;
}
