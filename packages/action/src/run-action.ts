import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setFailed, setOutput, warning } from '@actions/core';
import { count } from '@regmigrate/reporters';
import { ActionError } from './action-error.ts';
import { commandLine, type ReportFiles } from './command/command-line.ts';
import { readReport, type Report } from './command/report.ts';
import { runCommand } from './command/run-command.ts';
import { prepareCommit } from './commit/prepare-commit.ts';
import { runCommit } from './commit/run-commit.ts';
import { isTrusted, readEvent, type Event } from './event.ts';
import { changedSince } from './git/changed-since.ts';
import { createGit } from './git/git.ts';
import { readInputs, type Inputs } from './inputs.ts';
import { printVerbatim } from './print-verbatim.ts';
import { runReview } from './review/run-review.ts';
import type { Runner } from './runner.ts';
import { addReport } from './step-summary.ts';

/** One step of a workflow: the exit code is that of the command, 2 where the job could not be done. */
export async function runAction(runner: Runner): Promise<number> {
  try {
    return await run(runner);
  } catch (error) {
    const known = error instanceof ActionError;
    setFailed(
      known ? error.message : `This is a mistake of ours: ${(error as Error).stack ?? String(error)}`,
    );
    return 2;
  }
}

async function run(runner: Runner): Promise<number> {
  const inputs = readInputs();
  const event = readEvent(runner);
  const git = createGit(runner);
  const place = inputs.mode === 'fix-commit' ? await prepareCommit(event, git, runner) : undefined;
  const since = inputs.onlyChanged ? await changedSince(event, git) : undefined;
  const trusted = isTrusted(event);
  if (inputs.trustConfig && !trusted)
    warning('The input trust-config is not heeded, because a stranger may have written the tree.');

  const files = createFiles(runner);
  const { code, stdout, stderr } = await runCommand(commandLine(inputs, files, { since, trusted }), runner);
  if (code > 1) {
    const why = stderr.trim().slice(0, 5000) || `The command ended with ${code}.`;
    const program = trusted && !inputs.trustConfig && why.includes('--no-config-code');
    throw new ActionError(program ? `${why} The input trust-config allows it.` : why);
  }
  // Of what the reporters write, only that for GitHub is made of workflow commands, with all else escaped.
  if (inputs.format === 'github') runner.print(stdout);
  else printVerbatim(stdout, runner);
  printVerbatim(stderr, runner);

  // All that needs no network comes first, so that it is there whatever GitHub answers.
  const report = readReport(files.json);
  addReport(files, runner);
  tellOutputs(report, files, inputs, runner);
  if (inputs.mode === 'suggest') await runReview(report, event, inputs, runner, git);
  const isDone = place === undefined || (await runCommit(report, place, inputs.commitMessage, runner, git));
  tellEnd(report, event, runner);
  return isDone ? code : 1;
}

function createFiles({ env }: Runner): ReportFiles {
  const folder = mkdtempSync(join(env['RUNNER_TEMP'] || tmpdir(), 'regmigrate-'));
  const [json, summary, shortSummary] = ['report.json', 'summary.md', 'short.md'].map((name) =>
    join(folder, name),
  );
  return { json, summary, shortSummary } as ReportFiles;
}

function tellOutputs(
  { summary }: Report,
  { json }: ReportFiles,
  { sarifFile }: Inputs,
  { cwd }: Runner,
): void {
  for (const name of ['findings', 'safe', 'unsafe', 'manual', 'problems', 'fixed'] as const)
    setOutput(name, String(summary[name]));
  setOutput('report', json);
  setOutput('sarif-file', sarifFile === undefined ? '' : resolve(cwd, sarifFile));
  setOutput('changed', 'false');
  setOutput('commit', '');
}

function tellEnd({ summary }: Report, { name }: Event, { print }: Runner): void {
  const { files, findings, safe, unsafe, manual, problems, fixed } = summary;
  print(
    `${count(files, 'file')} searched for ${name}: ${findings} left to do (${safe} safe, ${unsafe} unsafe, ${manual} manual), ${count(problems, 'problem')}, ${fixed} fixed.\n`,
  );
}
