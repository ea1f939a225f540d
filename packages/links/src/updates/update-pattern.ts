/** Texts that may tell of automations that look up or write images, to search for. */
export const updatePattern = String.raw`\$image(policy|scan)|kind:.{0,3}Image(Repository|Policy|Scan)|imageScans:`;
