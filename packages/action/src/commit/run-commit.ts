import { setOutput, warning } from '@actions/core';
import { count, escapeMarkdown } from '@regmigrate/reporters';
import type { Report } from '../command/report.ts';
import type { Git } from '../git/git.ts';
import type { Runner } from '../runner.ts';
import { addNote } from '../step-summary.ts';
import type { Place } from './prepare-commit.ts';
import { pushFixes } from './push-fixes.ts';
import { unpushedFiles } from './unpushed-files.ts';

/** More names are no reading matter. */
const MOST_NAMES = 10;

/** Pushes what `fix` wrote, and tells of it; whether all of it was pushed. Throws an ActionError. */
export async function runCommit(
  report: Report,
  place: Place,
  message: string,
  runner: Runner,
  git: Git,
): Promise<boolean> {
  const pushed = await pushFixes(place, message, git).catch((error: Error) => {
    addNote(escapeMarkdown(error.message), runner);
    throw error;
  });
  setOutput('changed', String(pushed !== undefined));
  setOutput('commit', pushed?.commit ?? '');
  const left = unpushedFiles(report, pushed);
  if (left.length === 0) return true;
  const names = [...left.slice(0, MOST_NAMES), ...(left.length > MOST_NAMES ? ['…'] : [])].join(', ');
  const said = `The fixes of ${count(left.length, 'file')} that the commit cannot hold (untracked, ignored, or of a submodule) were not pushed: ${names}`;
  warning(said);
  addNote(escapeMarkdown(said), runner);
  return false;
}
