const MOST_MEGABYTES = 200;

/** What the aims are about, each as one row: the case, what we took, what the other took, the ratio, the aim. */
export function rows({ one, lint, fix, scale = [] }) {
  const ratio = (name, own, otherName, other, aim) => ({
    name,
    own: `${own.median} ms`,
    other: `${otherName} ${other.median} ms`,
    value: round(own.median / other.median),
    aim,
  });
  const memory = (name, { megabytes }) =>
    megabytes === undefined
      ? []
      : [{ name, own: `${megabytes} MB`, other: '', value: megabytes, aim: MOST_MEGABYTES }];
  return [
    ...(one ? [ratio('lint one file', one.hit, 'node -e 0', one.node, 2)] : []),
    ...(one ? [ratio('lint one clean file', one.clean, 'node -e 0', one.node, 2)] : []),
    ...(lint ? [ratio(`lint ${lint.files} files`, lint.lint, 'rg -l', lint.rg, 2)] : []),
    ...(lint ? [ratio(`lint ${lint.files} files`, lint.lint, 'grep -rl', lint.grep)] : []),
    ...(lint ? memory(`lint ${lint.files} files, memory`, lint) : []),
    ...(fix ? [ratio(`fix ${fix.files} files`, fix.fix, 'grep + sed -i', fix.sed, 3)] : []),
    ...(fix ? memory(`fix ${fix.files} files, memory`, fix) : []),
    ...scale.map((step) => ratio(`lint ${step.files} small files`, step.lint, 'rg -l', step.rg)),
  ];
}

const round = (number) => Math.round(number * 100) / 100;
