import { UsageError } from '@regmigrate/core';

/** One report that is asked for; without a file it goes to standard output. */
export interface PairedReport {
  readonly format: string;
  readonly file?: string;
}

/** The first file is for the first format, the second for the second; `-` is standard output. */
export function pairReports(formats: readonly string[], files: readonly string[]): readonly PairedReport[] {
  const asked = formats.length === 0 ? ['pretty'] : formats;
  if (files.length > asked.length)
    throw new UsageError(
      'file-without-format',
      `Each --output-file needs a --format of its own: ${files[asked.length]} has none.`,
    );
  const pairs = asked.map((format, index) => {
    const file = files[index];
    return { format, ...(file !== undefined && file !== '-' && { file }) };
  });
  const printed = pairs.filter(({ file }) => file === undefined).map(({ format }) => format);
  if (printed.length > 1)
    throw new UsageError(
      'two-to-stdout',
      `Only one report can go to standard output, and ${printed.join(' and ')} both would: give each but one an --output-file, in the order of the formats.`,
    );
  return pairs;
}
