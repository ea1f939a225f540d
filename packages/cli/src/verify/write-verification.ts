import type { Verification } from '@regmigrate/verify';
import type { Arguments } from '../arguments/parse-arguments.ts';
import type { Invocation, Output } from '../invocation.ts';
import { wantsColor } from '../terminal/wants-color.ts';
import { widthOf } from '../terminal/width-of.ts';
import type { VerifyFormat } from './verify-formats.ts';

interface Writing {
  readonly format: VerifyFormat;
  readonly args: Arguments;
  readonly invocation: Invocation;
  readonly output: Output;
}

export function writeVerification(
  verification: Verification,
  { format, args, invocation: { env }, output }: Writing,
): void {
  const text = format.render(verification, {
    color: wantsColor(args.color, env, output),
    width: widthOf(output, env),
    verbose: args.flags.has('verbose'),
    quiet: args.flags.has('quiet'),
  });
  if (text !== '') output.write(text);
}
