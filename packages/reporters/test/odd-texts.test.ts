import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { loadReporter, reporterIds } from '../src/index.ts';
import { oddReport, oddTexts } from './odd-texts.ts';

const texts = Object.entries(oddTexts);

// What a terminal or a viewer would obey or hide, but for the ends of our own lines.
// eslint-disable-next-line no-control-regex
const COMMANDS = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u2028-\u202E\u2066-\u2069]|\p{Surrogate}/u;

async function write(id: string, text: string): Promise<string> {
  const { report, view } = oddReport(text);
  return (await loadReporter(id))!.render(report, view);
}

/** What a program reads for a text: the text itself wherever UTF-8 can hold it. */
function readable(text: string): string {
  return text.replace(/\p{Surrogate}/gu, (half) => {
    const code = half.charCodeAt(0);
    return code >= 0xdc80 && code <= 0xdcff
      ? `\\x${(code - 0xdc00).toString(16)}`
      : `\\u{${code.toString(16)}}`;
  });
}

describe.each(reporterIds)('%s', (id) => {
  it.each(texts)('shows nothing that a terminal obeys: %s', async (_, text) => {
    const written = await write(id, text);
    expect(written).not.toMatch(COMMANDS);
    expect(written.endsWith('\n')).toBe(true);
  });

  it('has as many lines as for plain text, whatever the text is', async () => {
    // What wraps or folds for people has more lines for longer text.
    if (id === 'pretty') return;
    const lines = async (text: string): Promise<number> => (await write(id, text)).split('\n').length;
    const plain = await lines('a.yaml');
    const counts = await Promise.all(texts.map(async ([name, text]) => [name, await lines(text)] as const));
    // A line of the HTML page's tree stands for each folder.
    expect(
      counts.filter(([name, count]) => count !== plain && !(id === 'html' && FOLDERS.has(name))),
    ).toEqual([]);
  });
});

/** Texts with a slash: as names of files they are folders, too. */
const FOLDERS = new Set(texts.filter(([, text]) => text.includes('/')).map(([name]) => name));

describe.each(texts)('%s', (_, text) => {
  const file = `deploy/${text}`;

  it('is a name again for who reads JSON', async () => {
    const sarif = JSON.parse(await write('sarif', text)) as {
      runs: [{ results: { locations: [{ physicalLocation: { artifactLocation: { uri: string } } }] }[] }];
    };
    const { uri } = sarif.runs[0].results[0]!.locations[0].physicalLocation.artifactLocation;
    expect(uri).toMatch(/^[\w.!~*'()%/-]+$/);
    const bytes = Buffer.from(
      uri.replace(/%(..)/g, (__, hex: string) => String.fromCharCode(parseInt(hex, 16))),
      'latin1',
    );
    if (/\uDCFF/.test(text)) expect(bytes.includes(Buffer.of(0xff, 0x80))).toBe(true);
    else expect(bytes.toString()).toBe(file.replace(/\p{Surrogate}/gu, '\uFFFD'));

    const gitlab = JSON.parse(await write('gitlab', text)) as { location: { path: string } }[];
    expect(gitlab.map(({ location }) => location.path)).toEqual(gitlab.map(() => readable(file)));
    const rdjson = JSON.parse(await write('rdjson', text)) as {
      diagnostics: { location: { path: string } }[];
    };
    expect(rdjson.diagnostics[0]?.location.path).toBe(readable(file));
    const [, finding] = (await write('ndjson', text)).split('\n');
    expect(JSON.parse(finding!)).toMatchObject({ type: 'finding', file, old: text });
  });

  it('stays an edit', async () => {
    const { diagnostics } = JSON.parse(await write('rdjson', text)) as {
      diagnostics: { suggestions?: { text: string; range: { end: { column: number } } }[] }[];
    };
    const [suggestion] = diagnostics[0]!.suggestions!;
    expect(suggestion!.range.end.column).toBe(8 + Buffer.byteLength(text));
  });

  it('is an argument of one command for the runner of GitHub', async () => {
    const lines = (await write('github', text)).trimEnd().split('\n');
    expect(lines).toHaveLength(4);
    for (const line of lines) {
      const [, kind, properties, data] = /^::(\w+) ([^:]*)::(.*)$/.exec(line)!;
      expect(['error', 'warning', 'notice']).toContain(kind);
      const named = new Map(
        properties!.split(',').map((property) => property.split(/=(.*)/s) as [string, string]),
      );
      expect([...named.keys()].filter((name) => !PROPERTIES.includes(name))).toEqual([]);
      expect(data).not.toMatch(/%(?!25|0A|0D)/);
      const decoded = decodeProperty(named.get('file')!);
      // eslint-disable-next-line no-control-regex
      if (!/[\u0000-\u0009\u000E-\u001F\u007F-\u009F\u2028-\u2069\uFFF9-\uFFFF]|\p{Surrogate}/u.test(text))
        expect(decoded).toBe(file);
    }
  });

  it.each(['junit', 'checkstyle'])('is a text in the XML of %s', async (id) => {
    const contents = await write(id, text);
    const { valid, errors } = await validateXML({ xml: { fileName: 'x.xml', contents }, schema: ANYTHING });
    expect(errors).toEqual([]);
    expect(valid).toBe(true);
    const [, name] = /<(?:testsuite|file) name="([^"]*)"/.exec(contents)!;
    // eslint-disable-next-line no-control-regex
    if (!/[\u0000-\u0008\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/u.test(text))
      expect(decodeXml(name!)).toBe(file);
  });

  it('is no markup of the HTML page', async () => {
    const page = await write('html', text);
    const plain = await write('html', text.replace(/[^/]/gu, 'a'));
    const tags = (html: string): string[] =>
      html.replace(/<(style|script)>[^]*?<\/\1>/g, '').match(/<[^>]*>/g)!;
    const names = (html: string): string[] => tags(html).map((tag) => /^<\/?[\w!]+/.exec(tag)![0]);
    expect(names(page)).toEqual(names(plain));
  });

  it.each(['markdown', 'markdown-comment'])('is no mark in %s', async (id) => {
    const page = await write(id, text);
    const rest = page.replace(/<\/?code>|<!-- -->|&#\d+;/g, '');
    expect(rest.replace(/\*\*\d+\*\*|`regmigrate fix[a-z -]*`/g, '')).not.toMatch(
      /[<>`*_[\]~$@\\]|:\/|www\./,
    );
    for (const [row] of rest.matchAll(/^\|.*$/gm)) expect([4, 5, 6]).toContain(row.split('|').length);
  });
});

const ANYTHING = {
  fileName: 'any.xsd',
  contents: readFileSync(new URL('any.xsd', import.meta.url), 'utf8'),
};

const PROPERTIES = ['file', 'line', 'endLine', 'col', 'endColumn', 'title'];

function decodeProperty(text: string): string {
  return decodeURIComponent(text.replace(/%(?!25|0A|0D|3A|2C)/g, '%25'));
}

function decodeXml(text: string): string {
  const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };
  return text.replace(/&(?:#(\d+)|(\w+));/g, (_, code: string, name: string) =>
    code ? String.fromCharCode(Number(code)) : named[name]!,
  );
}
