import { resolve } from 'node:path';
import { LineIndex, type FileProblem, type Hint, type SourceFile } from '@regmigrate/core';
import { listImages, wordOf } from '@regmigrate/formats';
import { defaultMaxFileSize, discover, readSource, readStdin, type ReadResult } from '@regmigrate/scanner';
import type { Arguments } from '../arguments/parse-arguments.ts';
import { judgeReference } from '../explain/judge-reference.ts';
import type { Invocation } from '../invocation.ts';
import { loadSettings } from '../settings/load-settings.ts';
import type { Names, Settings } from '../settings/settings.ts';
import { leaveOut, leaveOutStdin } from '../search/leave-out.ts';
import { noteAllIgnored } from '../search/note-all-ignored.ts';
import { stdinName } from '../search/stdin-name.ts';
import { createProgress } from '../terminal/create-progress.ts';
import type { Image, ImagePlace, Inventory } from './inventory.ts';

/** What every file that uses an image holds somewhere. */
const MENTION = String.raw`image|from\s`;

/** Reads the files that may use images, and counts each image once. */
export async function collectImages(args: Arguments, invocation: Invocation): Promise<Inventory> {
  const settings = await loadSettings(args, invocation.cwd);
  const places = new Map<string, ImagePlace[]>();
  const problems: FileProblem[] = [];
  let filesScanned = 0;
  let hints: readonly Hint[] = [];
  for await (const read of readFiles(args, invocation, settings, (files, unread, leftOut) => {
    filesScanned = files;
    for (const problem of unread) problems.push(problem);
    hints = leftOut;
  })) {
    // The configuration names fields and moves, and uses no image.
    if (read.ok && resolve(invocation.cwd, read.source.path) === settings.source?.file) continue;
    if (read.ok) note(read.source.file, settings, places);
    else problems.push(read.problem);
  }
  const images = [...places].map(([reference, where]): Image => ({
    reference,
    places: where,
    ...retirement(reference, settings),
  }));
  images.sort((a, b) => b.places.length - a.places.length || (a.reference < b.reference ? -1 : 1));
  return { filesScanned, images, problems, hints };
}

async function* readFiles(
  args: Arguments,
  { cwd, env, stdin, stderr }: Invocation,
  { isIgnored, fields }: Settings,
  begin: (files: number, problems: readonly FileProblem[], hints: readonly Hint[]) => void,
): AsyncGenerator<ReadResult> {
  const maxFileSize = args.maxFileSize ?? defaultMaxFileSize;
  const ignoreFiles = !args.flags.has('no-ignore');
  const selection = { cwd, ignoreFiles, ...(isIgnored && ignoreFiles && { isIgnored }) };
  const filename = stdinName(args);
  if (filename !== undefined) {
    const hints = leaveOutStdin(args, selection);
    begin(hints.length > 0 ? 0 : 1, [], hints);
    if (hints.length > 0) return;
    yield await readStdin(stdin, filename, maxFileSize);
    return;
  }
  const { paths, isNothing, hints } = leaveOut(args.operands, selection);
  if (isNothing) {
    begin(0, [], hints);
    return;
  }
  const progress = createProgress(stderr, Date.now);
  try {
    const { candidates, filesScanned, problems } = await discover({
      ...selection,
      env,
      paths,
      pattern: [MENTION, ...fields.map(wordOf).filter(isPlain)].join('|'),
      onProgress: (files) => progress.update('searched', files),
    });
    const isEmpty = filesScanned + problems.length === 0;
    const noted = isEmpty ? await noteAllIgnored({ ...selection, env, paths }) : [];
    begin(filesScanned, problems, [...hints, ...noted]);
    for (const [index, path] of candidates.entries()) {
      progress.update('read', index);
      yield await readSource(path, { cwd, maxFileSize });
    }
  } finally {
    progress.end();
  }
}

/** Whether a word means itself in a pattern. */
const isPlain = (word: string | undefined): word is string => word !== undefined && /^[\w-]+$/.test(word);

function note(file: SourceFile, { fields }: Settings, places: Map<string, ImagePlace[]>): void {
  if (file.opaque) return;
  const found = listImages(file, fields);
  if (found.length === 0) return;
  const lines = new LineIndex(file.text);
  for (const { reference, span, locator } of found) {
    const place = { file: file.path, start: lines.at(span.start), ...(locator !== undefined && { locator }) };
    const known = places.get(reference);
    // A copy as key: V8 keeps a whole text in memory for a slice of it.
    if (known) known.push(place);
    else places.set(Buffer.from(reference).toString(), [place]);
  }
}

function retirement(reference: string, names: Names): Pick<Image, 'retired'> {
  const verdict = judgeReference(reference, names);
  if (!verdict || !('applicability' in verdict)) return {};
  const { rule, applicability, message } = verdict;
  return {
    retired: { rule, applicability, message, ...(verdict.new !== undefined && { new: verdict.new }) },
  };
}
