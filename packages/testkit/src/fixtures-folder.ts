/** The cases of the whole repository. */
export const fixturesFolder: URL = new URL('../../../fixtures/', import.meta.url);
