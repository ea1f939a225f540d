/** A reference without tag and digest; of `old=new`, the old one. */
export const nameOf = (reference: string): string => reference.replace(/[@=].*$|:[^/]*$/, '');
