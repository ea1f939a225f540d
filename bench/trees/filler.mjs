const WORDS =
  'cluster node pod request cache the of to a is that for with registry image controller error context option value default when retry index storage volume network policy'.split(
    ' ',
  );

/** One line each of what such files are full of. */
const LINES = {
  go: (word, number) =>
    `\tif err := s.${word()}(ctx, "${word()}/${word()}", ${number()}); err != nil { return fmt.Errorf("${word()} ${word()}: %w", err) }`,
  md: (word) =>
    `The ${word()} ${word()} is ${word()} ${word()} with \`${word()}.${word()}\`, ${word()} ${word()}.`,
  json: (word, number) =>
    `  "${word()}-${word()}": { "${word()}": ${number()}, "image": "quay.io/${word()}/${word()}:v1" },`,
};
const AROUND = {
  go: ['package main\n\nfunc run() error {\n', '\n\treturn nil\n}\n'],
  md: ['# Notes\n\n', '\n'],
  json: ['{\n', '\n  "end": true\n}\n'],
};
/** A pool of lines, made once: a file takes a stretch of it. */
const POOL = 20_000;

export function createFiller(random) {
  const word = () => random.pick(WORDS);
  const number = () => random.below(10_000);
  const pools = Object.fromEntries(
    Object.entries(LINES).map(([kind, line]) => [
      kind,
      Array.from({ length: POOL }, () => line(word, number)),
    ]),
  );
  /** The content of a file of about so many characters. */
  return (kind, size) => {
    const [head, tail] = AROUND[kind];
    const lines = Math.max(1, Math.round(size / 85));
    const start = random.below(Math.max(1, POOL - lines));
    return head + pools[kind].slice(start, start + lines).join('\n') + tail;
  };
}
