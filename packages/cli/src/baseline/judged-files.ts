import type { Report } from '@regmigrate/core';
import { changedFiles, coverOf, defaultMaxFileSize, discover, readSource } from '@regmigrate/scanner';
import type { Arguments } from '../arguments/parse-arguments.ts';
import type { Invocation } from '../invocation.ts';
import { stdinName } from '../search/stdin-name.ts';
import { loadSettings } from '../settings/load-settings.ts';

type Run = Pick<Invocation, 'cwd' | 'env'>;

/**
 * Those of some files, by display path, of which the run knows what they hold: it has read them, or searched them
 * and met no retired name, or they are gone. Of what is ignored, too large or not asked for, nothing is known.
 */
export async function judgedFiles(
  files: readonly string[],
  { problems, hints = [] }: Report,
  args: Arguments,
  run: Run,
): Promise<ReadonlySet<string>> {
  const unread = problems.filter(({ code }) => UNREAD.has(code) || code.startsWith('archive-'));
  const left = hints.filter(({ code }) => code === 'ignored');
  const unknown = new Set([...unread, ...left].map(({ file }) => file));
  const known = new Set(files.filter((file) => !unknown.has(file)));
  const stdin = stdinName(args);
  if (stdin !== undefined) return new Set(known.has(stdin) ? [stdin] : []);
  const covers = coverOf(run.cwd, args.operands);
  const states = await Promise.all(
    [...known]
      .filter((file) => covers(file))
      .map(async (file) => ({ file, state: await stateOf(file, args, run) })),
  );
  // What is gone is in no search, but would be in one for what has changed if it is only empty.
  const certain = states.filter(({ state }) => state === 'gone' && args.changed === undefined);
  const others = states.filter((one) => one.state !== 'unread' && !certain.includes(one));
  const searched = others.length === 0 ? new Set() : await searchedFiles(args, run);
  return new Set([...certain, ...others.filter(({ file }) => searched.has(file))].map(({ file }) => file));
}

const UNREAD: ReadonlySet<string> = new Set([
  'too-large',
  'not-a-file',
  'unreadable',
  'vanished',
  'link-outside',
]);

/** An empty file holds as much as none. */
async function stateOf(
  file: string,
  { maxFileSize = defaultMaxFileSize }: Arguments,
  { cwd }: Run,
): Promise<'there' | 'gone' | 'unread'> {
  const read = await readSource(file, { cwd, maxFileSize });
  if (read.ok) return read.source.size > 0 ? 'there' : 'gone';
  return read.problem.code === 'vanished' ? 'gone' : 'unread';
}

/** All files that the arguments mean, asked of the search itself, as it alone knows what is ignored. */
async function searchedFiles(args: Arguments, { cwd, env }: Run): Promise<ReadonlySet<string>> {
  const { isIgnored } = await loadSettings(args, cwd);
  const ignoreFiles = !args.flags.has('no-ignore');
  const selection = {
    cwd,
    env,
    paths: args.operands,
    ignoreFiles,
    ...(isIgnored && ignoreFiles && { isIgnored }),
  };
  if (args.changed !== undefined) return new Set(await changedFiles({ ...selection, since: args.changed }));
  const { candidates } = await discover({ ...selection, pattern: ANY, archives: true });
  return new Set(candidates);
}

/** In every file that is not empty. */
const ANY = '^';
