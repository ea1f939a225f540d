import type { Mention } from '@regmigrate/core';

/** A reference without tag and digest; of `old=new`, the old one. */
export const nameOf = (reference: string): string => reference.replace(/[@=].*$|:[^/]*$/, '');

/** The names of all images that a mention is about, some of them written in several keys. */
export const namesOf = ({ old, references = [] }: Mention): readonly string[] => [
  ...new Set([old, ...references].map(nameOf)),
];

/** What these names become, each that stays whole or goes on in other keys; empty where nothing is known. */
export const newNamesOf = ({ old, new: next, references = [old] }: Mention): readonly string[] =>
  next === undefined ? [] : references.map((whole) => nameOf(next + whole.slice(old.length)));
