import type { View } from '@regmigrate/core';

/** What the command line adds to a view, so that a reporter can name the command to run next. */
export interface RunView extends View {
  /** The paths as the user typed them, quoted for a shell: `deploy 'my charts'`. Empty for the default. */
  readonly target?: string;
  /** Leaves out single findings; the summary stays. */
  readonly quiet?: boolean;
  /** The version of the command, for reports that name their maker. */
  readonly version?: string;
  /** What may stand in a report, for those that explain it. */
  readonly rules?: readonly { readonly id: string; readonly summary: string }[];
}
