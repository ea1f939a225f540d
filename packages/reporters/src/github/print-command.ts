import { toPrintable } from '../text/to-printable.ts';

/** An annotation. The message may hold line breaks of ours; all else in it is printable. */
export interface Command {
  readonly kind: 'error' | 'warning' | 'notice';
  readonly place: {
    readonly file?: string;
    readonly line?: number;
    readonly endLine?: number;
    readonly col?: number;
    readonly endColumn?: number;
  };
  readonly title: string;
  readonly message: string;
}

/** One line that the runner takes for this command and for nothing else. */
export function printCommand({ kind, place, title, message }: Command): string {
  const properties = Object.entries({ ...place, title }).map(
    ([name, value]) => `${name}=${toProperty(String(value))}`,
  );
  return `::${kind} ${properties.join(',')}::${toData(message)}`;
}

/** As `@actions/core` escapes them, whose reading is what the runner does. */
function toData(text: string): string {
  return toPrintable(text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A'));
}

function toProperty(text: string): string {
  return toData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
