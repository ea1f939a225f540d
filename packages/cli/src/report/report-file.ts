import { accessSync, constants, lstatSync, writeFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { UsageError, type Reporter } from '@regmigrate/core';
import { leadsOut } from '../output/leads-out.ts';
import { replaceFile } from '../output/replace-file.ts';
import { headOfFile } from '../output/head-of-file.ts';

interface ReportFile {
  /** Absolute. */
  readonly path: string;
  /** As the user typed it. */
  readonly written: string;
  readonly cwd: string;
  readonly reporter: Reporter;
}

/**
 * Refuses what cannot be written, and what must not be, before any work is done: only an earlier report is replaced,
 * so that a mistyped name costs nobody a file, and nothing is written where a link of the tree leads.
 */
export async function checkReportFile({ path, written, cwd, reporter }: ReportFile): Promise<void> {
  if (isDevice(path)) return;
  const folder = await stat(dirname(path)).catch(() => undefined);
  if (!folder) throw refusal(written, 'its folder does not exist');
  if (!folder.isDirectory()) throw refusal(written, 'what should be its folder is a file');
  if (leadsOut(cwd, path))
    throw refusal(written, 'a folder on the way is a link out of the working directory; name its target');
  const file = lstatSync(path, { throwIfNoEntry: false });
  if (file?.isDirectory()) throw refusal(written, 'it is a folder');
  if (file?.isSymbolicLink())
    throw refusal(written, 'it is a link; name the file itself, or remove the link');
  if (file && !file.isFile()) throw refusal(written, 'it is not a regular file');
  try {
    accessSync(dirname(path), constants.W_OK);
  } catch {
    throw refusal(written, 'there is no permission to write there');
  }
  if (file && file.size > 0) checkReplaceable(path, written, reporter);
}

/** What is in the file by now goes; a link that has come is replaced, not followed. */
export function writeReportFile(path: string, text: string): void {
  try {
    if (isDevice(path)) writeFileSync(path, text);
    else replaceFile(path, text, lstatSync(path, { throwIfNoEntry: false })?.mode);
  } catch (error) {
    throw refusal(path, error instanceof Error ? error.message : String(error), error);
  }
}

function checkReplaceable(path: string, written: string, { id, wrote }: Reporter): void {
  let head: string;
  try {
    head = headOfFile(path);
  } catch (error) {
    throw refusal(written, 'what it holds cannot be read', error);
  }
  if (!wrote(head))
    throw refusal(
      written,
      `it is there and holds no ${id} report of regmigrate; name another file, or remove this one`,
    );
}

/** What the shell and the system name so, mostly by links of their own. */
const isDevice = (path: string): boolean => /^\/dev\/(?:null|tty|stdout|stderr|fd\/\d+)$/.test(path);

function refusal(path: string, why: string, cause?: unknown): UsageError {
  return new UsageError('unwritable-report', `The report cannot be written to ${path}: ${why}.`, { cause });
}
