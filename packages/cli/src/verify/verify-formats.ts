import type { Verification } from '@regmigrate/verify';
import { renderJson } from './render-json.ts';
import { renderPretty } from './render-pretty.ts';

export interface VerifyView {
  readonly color: boolean;
  /** Columns. */
  readonly width: number;
  /** Every difference and every reference, not only the first few. */
  readonly verbose: boolean;
  readonly quiet: boolean;
}

export interface VerifyFormat {
  readonly id: string;
  render(verification: Verification, view: VerifyView): string;
}

export const verifyFormats: readonly [VerifyFormat, ...VerifyFormat[]] = [
  { id: 'pretty', render: renderPretty },
  { id: 'json', render: renderJson },
];
