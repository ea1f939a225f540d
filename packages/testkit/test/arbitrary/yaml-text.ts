import fc from 'fast-check';

/** What follows `key:` or `-` in a collection at `indent`, up to and with the last newline. */
type Render = (indent: number) => string;

const pad = (indent: number): string => ' '.repeat(indent);

const plain = fc.constantFrom(
  'k8s.gcr.io/pause:3.1',
  'k8s.gcr.io/sig-storage/csi-attacher',
  'k8s.gcr.io',
  'gcr.io/google_containers/pause:3.0',
  'us.gcr.io/k8s-artifacts-prod/pause:3.2@sha256:abc',
  'run --image=k8s.gcr.io/pause:3.2 now',
  'http://example.com/a#b',
  'a:b:c',
  '-x',
  '?x',
  ':x',
  'two  words',
  'it\'s "so"',
  '3.10',
  '~',
  'true',
  '&not an anchor'.slice(1),
);
const quoted = fc.constantFrom(
  '"k8s.gcr.io/pause:3.1"',
  "'k8s.gcr.io/pause:3.2'",
  '"a: b # c"',
  "'it''s k8s.gcr.io'",
  '"esc \\" k8s.gcr.io/pause \\n"',
  '""',
  "''",
  "'{{ x }}'",
);
const key = fc.constantFrom(
  'image',
  'name',
  'repository',
  'tag',
  'registry',
  '"quoted"',
  "'k8s.gcr.io'",
  'a b',
  'x/y.z',
  '<<',
);
const comment = fc.constantFrom('', '', '', ' # k8s.gcr.io/pause:3.0', '   # "', ' #');

const isFlowPlain = (text: string): boolean => !/^:|[,[\]{}]/.test(text);

const gap = fc.constantFrom('', '', ' ', '  ', '\n      ', ' # k8s.gcr.io\n      ');
/** Anchors and tags in front of a node; on their own they are an empty one. */
const properties = fc.constantFrom(
  '',
  '',
  '',
  '',
  '&a1 ',
  '!!str ',
  '! ',
  '&a2 !x ',
  '!x\n      &a3 ',
  '&a-4.x  ',
);
const flowPair = (flow: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(properties, key, fc.constantFrom(': ', ' : ', ':\n      '), fc.oneof(flow, properties))
    .map(([about, name, colon, value]) => `${about}${name}${colon}${value}`);
const list = (open: string, close: string, items: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(fc.array(fc.tuple(gap, items, gap), { maxLength: 3 }), fc.constantFrom('', '', ','))
    .map(([some, last]) => {
      const text = some.map((parts) => parts.join('')).join(', ');
      return `${open}${text}${some.length > 0 ? last : ''}${close}`;
    });

/** What can stand in a flow collection, with its properties. */
const item = (flow: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 6, arbitrary: flow },
    {
      weight: 2,
      arbitrary: fc
        .tuple(properties, fc.oneof(plain.filter(isFlowPlain), quoted))
        .map((parts) => parts.join('')),
    },
    { weight: 1, arbitrary: properties.filter(Boolean) },
  );

/** A flow collection, or what can stand in one. */
const flow: fc.Arbitrary<string> = fc.letrec<{ flow: string }>((tie) => ({
  flow: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    fc.oneof(
      plain.filter(isFlowPlain),
      quoted,
      fc.constant('"json": "k8s.gcr.io/pause:3.5"').map((pair) => `{${pair.replace(': ', ':')}}`),
    ),
    fc.tuple(properties, list('[', ']', item(tie('flow')))).map((parts) => parts.join('')),
    fc.tuple(properties, list('{', '}', flowPair(item(tie('flow'))))).map((parts) => parts.join('')),
  ),
})).flow;

const oneLine: fc.Arbitrary<Render> = fc
  .tuple(
    fc.oneof(plain, quoted, flow, fc.constant('')),
    comment,
    fc.constantFrom('', '', '', '&a1 ', '!!str '),
  )
  .map(
    ([text, end, properties]) =>
      () =>
        ` ${/^[[{]|^$/.test(text) ? '' : properties}${text}${end}\n`,
  );

const line = fc.constantFrom(
  'k8s.gcr.io/pause:3.1',
  'image: k8s.gcr.io/pause:3.2',
  '- item',
  '# no comment',
  '',
  '  deeper',
  '{{ x }}',
  '"open',
);
const block: fc.Arbitrary<Render> = fc
  .tuple(
    fc.constantFrom('|', '>', '|-', '>+', '|2', '>-  # why'),
    fc.array(line, { minLength: 1, maxLength: 3 }),
  )
  .map(([header, lines]) => (indent) => {
    // The first line sets the depth, so it must not be the deepest.
    const text = ['first', ...lines].map((each) => (each === '' ? '' : pad(indent + 2) + each));
    return ` ${header}\n${text.join('\n')}\n`;
  });

const folded: fc.Arbitrary<Render> = fc.tuple(plain, plain).map(
  ([first, second]) =>
    (indent) =>
      ` ${first.replace(/:$/, '')}\n${pad(indent + 2)}and ${second.replaceAll('#', '')}\n`,
);

const longQuoted: fc.Arbitrary<Render> = fc
  .constantFrom('"', "'")
  .map(
    (quote) => (indent) =>
      ` ${quote}k8s.gcr.io/pause:3.1\n\n${pad(indent + 1)}image: k8s.gcr.io # no${quote}\n`,
  );

/** What stands between a key and the collection below it. */
const above = fc.constantFrom('', '', ' # k8s.gcr.io', ' &a2', ' !!x', '\n', '\n# low');
/** `- a: 1`, `- - x`: the collection begins behind the dash. */
const behindDash = (collection: fc.Arbitrary<Render>): fc.Arbitrary<Render> =>
  fc.tuple(collection, fc.constantFrom(1, 1, 3)).map(
    ([render, blanks]) =>
      (indent) =>
        ' '.repeat(blanks) + render(indent + 1 + blanks).trimStart(),
  );
/** A sequence may begin in the column of the key that holds it. */
const sameColumn = (sequence: fc.Arbitrary<Render>): fc.Arbitrary<Render> =>
  sequence.map((render) => (indent) => `\n${render(indent)}`);

const value = fc.letrec<{ value: Render; map: Render; seq: Render }>((tie) => ({
  map: fc
    .array(fc.tuple(key, fc.oneof(tie('value'), sameColumn(tie('seq')))), { minLength: 1, maxLength: 3 })
    .map(
      (pairs) => (indent) =>
        pairs.map(([name, render]) => `${pad(indent)}${name}:${render(indent)}`).join(''),
    ),
  seq: fc
    .array(fc.oneof(tie('value'), behindDash(tie('map')), behindDash(tie('seq'))), {
      minLength: 1,
      maxLength: 4,
    })
    .map((items) => (indent) => items.map((render) => `${pad(indent)}-${render(indent)}`).join('')),
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    oneLine,
    block,
    folded,
    longQuoted,
    fc.tuple(above, tie('map')).map(
      ([line, map]) =>
        (indent: number) =>
          `${line}\n${map(indent + 2)}`,
    ),
    fc.tuple(above, tie('seq')).map(
      ([line, seq]) =>
        (indent: number) =>
          `${line}\n${seq(indent + 2)}`,
    ),
  ),
}));

/** A stream of documents that is YAML, or nearly: what a person could have written. */
export const yamlText: fc.Arbitrary<string> = fc
  .array(
    fc.tuple(
      fc.oneof(value.map, value.seq),
      fc.constantFrom('---\n', '--- # next\n', '...\n---\n', '---\n# k8s.gcr.io\n'),
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((documents) =>
    documents.map(([render, marker], index) => (index > 0 ? marker : '') + render(0)).join(''),
  );
