/** What a list of images may know of the place it is written for. */
export interface ImageView {
  readonly color: boolean;
  /** Columns. */
  readonly width: number;
  /** All places of an image, not only the first few. */
  readonly verbose: boolean;
}
