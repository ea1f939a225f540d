/** The first line of what a program throws, which may be anything, also something that throws when it is looked at. */
export function toldBy(thrown: unknown): string {
  try {
    const message: unknown = thrown instanceof Error ? thrown.message : thrown;
    return String(message).split('\n', 1)[0] || 'it says nothing of why';
  } catch {
    return 'it throws what no text tells';
  }
}
