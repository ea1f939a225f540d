/** The documents of a YAML stream as text. A line that begins with `---` ends whatever stands before it. */
export function splitDocuments(text: string): readonly string[] {
  const documents: string[] = [];
  let start = 0;
  for (const match of text.matchAll(/^---(?=\s|$)/gm)) {
    documents.push(text.slice(start, match.index));
    start = match.index + 3;
  }
  documents.push(text.slice(start));
  return documents.filter((document) => /^\s*[^\s#]/m.test(document));
}
