/** The lines of a text that is not empty, without what ends them. */
export const linesOf = (text: string): readonly string[] => text.replace(/\n$/, '').split('\n');
