import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { commandsIn, type Command } from './runner-log.ts';

export interface Step {
  readonly main: string;
  readonly workspace: string;
  readonly event: { readonly name: string; readonly payload: object; readonly ref?: string };
  readonly inputs?: Readonly<Record<string, string>>;
  readonly apiUrl?: string;
  /** The Node to run with. */
  readonly node?: string;
  /** What the summary of the step holds already. */
  readonly summary?: string;
  /** What the step has beside what the runner gives it. */
  readonly env?: Readonly<Record<string, string>>;
}

export interface Ended {
  readonly code: number | null;
  /** Both streams, as the runner reads them. */
  readonly log: string;
  readonly commands: readonly Command[];
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
}

/** Runs the bundle as the runner runs a step: nothing but its environment and its files. */
export async function runStep({
  main,
  workspace,
  event,
  inputs = {},
  apiUrl,
  node,
  summary = '',
  env: more = {},
}: Step): Promise<Ended> {
  const temp = mkdtempSync(join(tmpdir(), 'regmigrate-step-'));
  onTestFinished(() => rmSync(temp, { recursive: true, force: true }));
  const file = (name: string, text: string): string => {
    writeFileSync(join(temp, name), text);
    return join(temp, name);
  };
  const files = { output: file('output', ''), summary: file('summary', summary) };
  const env: Record<string, string> = {
    PATH: process.env['PATH'] ?? '',
    HOME: temp,
    GITHUB_ACTIONS: 'true',
    CI: 'true',
    GITHUB_WORKSPACE: workspace,
    RUNNER_TEMP: temp,
    GITHUB_EVENT_NAME: event.name,
    GITHUB_EVENT_PATH: file('event.json', JSON.stringify(event.payload)),
    GITHUB_REF: event.ref ?? 'refs/heads/main',
    GITHUB_REPOSITORY: 'octo/web',
    // Where nobody listens, so that a request that nobody expects fails.
    GITHUB_API_URL: apiUrl ?? 'http://127.0.0.1:9',
    GITHUB_OUTPUT: files.output,
    GITHUB_STEP_SUMMARY: files.summary,
    GITHUB_STATE: file('state', ''),
    ...more,
  };
  for (const [name, value] of Object.entries(inputs)) env[`INPUT_${name.toUpperCase()}`] = value;
  const child = spawn(node ?? process.execPath, [main], { cwd: workspace, env });
  let log = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (log += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (log += text));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  const read = (path: string): string => readFileSync(path, 'utf8');
  return {
    code,
    log,
    commands: commandsIn(log),
    outputs: readOutputs(read(files.output)),
    summary: read(files.summary),
  };
}

/** `name<<DELIMITER`, the value, and the delimiter, each on lines of its own. */
function readOutputs(text: string): Record<string, string> {
  const entries = [...text.matchAll(/^([^\n<]+)<<(.+)\n([^]*?)\n\2$/gm)];
  return Object.fromEntries(entries.map(([, name = '', , value = '']) => [name, value]));
}
