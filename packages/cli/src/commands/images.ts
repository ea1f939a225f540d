import { exitCodes } from '../exit-codes.ts';
import { collectImages } from '../images/collect-images.ts';
import { imageFormats } from '../images/image-formats.ts';
import { pickFormat } from '../report/pick-reporter.ts';
import type { Command } from '../command.ts';
import { wantsColor } from '../terminal/wants-color.ts';
import { widthOf } from '../terminal/width-of.ts';

/** Lists every image that files use, retired or not. */
export const images: Command = async (args, invocation) => {
  const format = pickFormat(imageFormats, args.format ?? 'table');
  const inventory = await collectImages(args, invocation);
  const { env, stdout, stderr } = invocation;
  const color = wantsColor(args.color, env, stdout);
  const view = { color, width: widthOf(stdout, env), verbose: args.flags.has('verbose') };
  const { text, notes } = format.render(inventory, view);
  if (text !== '') stdout.write(text);
  if (notes !== '') stderr.write(notes);
  if (args.flags.has('exit-zero')) return exitCodes.clean;
  return inventory.problems.length === 0 ? exitCodes.clean : exitCodes.remains;
};
