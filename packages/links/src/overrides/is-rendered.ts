/** What of a chart the cluster gets to see; the rest are texts for people, and checks. */
const RENDERED = /^(?:values\.yaml|Chart\.yaml|templates\/(?!NOTES\.txt$).+|crds\/.+)$/;

/** Whether a file of a chart, by its path in it, must change so that what comes out of the chart changes. */
export const isRendered = (path: string): boolean => RENDERED.test(path);
