import { createHash } from 'node:crypto';
import type { LocatedProblem, Mention } from '@regmigrate/core';

/**
 * One for each, 32 hexadecimal digits, by which a host knows it again in the next run. They hold no line, so that
 * they outlive edits above; equal references of one file are told apart by counting them.
 */
export function fingerprintsOf(mentions: readonly Mention[]): string[] {
  return digestsOf(mentions.map(({ rule, file, member, old }) => [rule, file, member?.path ?? '', old]));
}

export function fingerprintsOfProblems(problems: readonly LocatedProblem[]): string[] {
  return digestsOf(problems.map(({ code, file }) => ['problem', code, file]));
}

function digestsOf(identities: readonly (readonly string[])[]): string[] {
  const seen = new Map<string, number>();
  return identities.map((identity) => {
    // As JSON, lone surrogates of a file's name stay apart: in UTF-8 all of them are the same.
    const key = JSON.stringify(identity);
    const number = seen.get(key) ?? 0;
    seen.set(key, number + 1);
    return createHash('sha256').update(`${key}${number}`).digest('hex').slice(0, 32);
  });
}
