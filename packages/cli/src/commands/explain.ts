import { parseReference, printReference, UsageError, type ReferenceFault } from '@regmigrate/core';
import { createPaint, toPrintable } from '@regmigrate/reporters';
import { loadCatalogue } from '@regmigrate/rules';
import { exitCodes } from '../exit-codes.ts';
import { describeCatalogue } from '../explain/describe-catalogue.ts';
import { describeOutcome } from '../explain/describe-outcome.ts';
import { describeParts } from '../explain/describe-parts.ts';
import { describeRegistry } from '../explain/describe-registry.ts';
import { judgeReference } from '../explain/judge-reference.ts';
import type { Page } from '../explain/page.ts';
import { readRegistry } from '../explain/read-registry.ts';
import { stripTransport } from '../explain/strip-transport.ts';
import { loadSettings } from '../settings/load-settings.ts';
import type { Names } from '../settings/settings.ts';
import type { Command } from '../command.ts';
import { wantsColor } from '../terminal/wants-color.ts';
import { widthOf } from '../terminal/width-of.ts';

/** Says what a reference is, what would become of it, and what is known of the image. */
export const explain: Command = async (args, { cwd, env, stdout }) => {
  const { operands, color } = args;
  const [written, ...more] = operands;
  if (written === undefined)
    throw new UsageError(
      'missing-reference',
      'Which reference? As in: regmigrate explain k8s.gcr.io/pause:3.1',
    );
  if (more.length > 0) throw new UsageError('too-many-references', 'One reference at a time, please.');
  const page = {
    paint: createPaint(wantsColor(color, env, stdout)),
    width: Math.min(100, widthOf(stdout, env)),
  };
  const names = await loadSettings(args, cwd);
  const { transport, text } = stripTransport(written);
  const registry = readRegistry(text, names);
  const parts =
    registry === undefined
      ? describeImage(text, transport, names, page)
      : describeRegistry(registry, names, page);
  const sections = parts.filter((lines) => lines.length > 0).map((lines) => `${lines.join('\n')}\n`);
  stdout.write(sections.join('\n'));
  return exitCodes.clean;
};

function describeImage(text: string, transport: string, names: Names, page: Page): string[][] {
  const parsed = parseReference(text);
  if (!parsed.ok) throw new UsageError(parsed.fault, describeFault(text, parsed.fault, parsed.at));
  const verdict = judgeReference(printReference(parsed.reference), names);
  const next = verdict && 'applicability' in verdict ? verdict.new : undefined;
  return [
    describeParts(parsed.reference, transport, page),
    describeOutcome(verdict, page),
    describeCatalogue(next ?? text, loadCatalogue, page),
  ];
}

const FAULTS: Readonly<Record<ReferenceFault, string>> = {
  empty: 'there is nothing where a name should be',
  'domain-malformed': 'the domain is not a host name with an optional port',
  'path-uppercase': 'the path has capital letters',
  'path-malformed': 'the path has a character, or a sequence of them, that it may not have',
  'tag-malformed': 'the tag has a character that it may not have, or is longer than 128 characters',
  'digest-malformed': 'the digest is not an algorithm, a colon and hexadecimal digits',
  'digest-unsupported': 'the algorithm of the digest is not known',
  'digest-length': 'the digest has too few or too many digits for its algorithm',
  'name-too-long': 'the name is longer than 255 characters',
};

/** Of a web address, or a chart's: neither is a reference, but there may be one behind it. */
const SCHEME = /^[a-z][a-z0-9+.-]*:\/\//i;

/** The fault, and a caret under the part that has it. */
function describeFault(text: string, fault: ReferenceFault, at: number): string {
  const before = toPrintable(text.slice(0, at));
  const scheme = SCHEME.exec(text)?.[0];
  const why = scheme === undefined ? FAULTS[fault] : `${scheme} is no part of one`;
  return `This is not an image reference: ${why}.\n  ${toPrintable(text)}\n  ${' '.repeat(before.length)}^`;
}
