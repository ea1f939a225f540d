const MOST_MEGABYTES = 200;
const MOST_STAGED_MILLISECONDS = 150;
/** Of twice the tree to the tree: twice, and what two measurements differ by. */
const LINEAR = 2.2;

/**
 * What the aims are about, each as one row: the case, what we took, what the other took, the ratio, the aim. Suites
 * that have not run have none.
 */
export function rows(results) {
  return Object.entries(ROWS).flatMap(([suite, rowsOf]) =>
    results[suite] === undefined ? [] : rowsOf(results[suite]),
  );
}

const ROWS = {
  one: ({ hit, clean, node }) => [
    ratio('lint one file', hit, 'node -e 0', node, 2),
    ratio('lint one clean file', clean, 'node -e 0', node, 2),
  ],
  staged: ({ files, named, lint, clean, node }) => [
    beyondNode(`lint ${named} of ${files} files, beyond Node`, lint, node),
    // Stored figures may be older than this one.
    ...(clean ? [beyondNode(`lint ${named} clean of ${files}, beyond Node`, clean, node)] : []),
  ],
  lint: (lint) => [
    ratio(`lint ${lint.files} files`, lint.lint, 'rg -l', lint.rg, 2),
    ratio(`lint ${lint.files} files`, lint.lint, 'grep -rl', lint.grep),
    ...memory(`lint ${lint.files} files, memory`, lint.megabytes, MOST_MEGABYTES),
  ],
  fix: (fix) => [
    ratio(`fix ${fix.files} files`, fix.fix, 'grep + sed -i', fix.sed, 3),
    ...memory(`fix ${fix.files} files, memory`, fix.megabytes, MOST_MEGABYTES),
  ],
  charts: ({ charts, yaml, lint, parse, megabytes }) => [
    ratio(`lint ${charts} charts`, lint, `yaml ${yaml}`, parse, 1),
    ratio('lint charts, each', each(lint, charts), `yaml ${yaml}`, each(parse, charts)),
    ...memory(`lint ${charts} charts, memory`, megabytes),
  ],
  verify: ({ charts, helmVersion, verify, helm }) => [
    ratio(`verify ${charts} charts`, verify, `helm ${helmVersion}`, helm),
  ],
  kustomize: (tree) => {
    const name = `lint ${tree.kustomizations} kustomizations`;
    return [
      ratio(name, tree.lint, 'without them', tree.plain, 3),
      ratio(`${name}, growth`, tree.lint, 'half', tree.half, LINEAR),
      ...memory(`${name}, memory`, tree.megabytes),
      ...growth(`${name}, memory`, tree),
    ];
  },
  scale: (steps) => steps.map((step) => ratio(`lint ${step.files} small files`, step.lint, 'rg -l', step.rg)),
};

const ratio = (name, own, otherName, other, aim) => ({
  name,
  own: `${own.median} ms`,
  other: `${otherName} ${other.median} ms`,
  value: round(own.median / other.median),
  aim,
});

const beyondNode = (name, own, node) => ({
  name,
  own: `${own.median} ms`,
  other: `node -e 0 ${node.median} ms`,
  value: round(own.median - node.median),
  aim: MOST_STAGED_MILLISECONDS,
});

/** Known on Linux only. */
const memory = (name, megabytes, aim) =>
  megabytes === undefined ? [] : [{ name, own: `${megabytes} MB`, other: '', value: megabytes, aim }];

const growth = (name, { megabytes, halfMegabytes }) =>
  megabytes === undefined
    ? []
    : [
        {
          name: `${name} growth`,
          own: `${megabytes} MB`,
          other: `half ${halfMegabytes} MB`,
          value: round(megabytes / halfMegabytes),
          aim: LINEAR,
        },
      ];

const each = ({ median }, count) => ({ median: round(median / count) });

const round = (number) => Math.round(number * 100) / 100;
