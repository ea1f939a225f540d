/** What a build gives up at; people's trees are far from it. */
export const limits = {
  /** Kustomizations in kustomizations. */
  depth: 200,
  /** All that are entered; a component that two components list twice each is entered four times. */
  entered: 20_000,
};
