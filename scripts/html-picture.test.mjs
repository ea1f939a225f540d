import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { needsTool } from '../packages/testkit/src/needs-tool.ts';
import { root } from './bootstrap.mjs';
import { digestOf, reportPage, size, takePicture } from './html-picture.mjs';

const taken = (name) => readFileSync(join(root, 'docs/pictures', name));
let page;
beforeAll(() => {
  page = reportPage();
});

/** Size in pixels, and the data of the pixels as PNG filters them, by the PNG specification, 5 and 11. */
function readPng(bytes) {
  const data = [];
  for (let at = 8; at < bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    const length = bytes.readUInt32BE(at);
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT')
      data.push(bytes.subarray(at + 8, at + 8 + length));
  }
  return {
    width: bytes.readUInt32BE(16),
    height: bytes.readUInt32BE(20),
    pixels: inflateSync(Buffer.concat(data)),
  };
}

/** How many bytes are not as those of a page of one colour, of which a filter leaves almost only zeros. */
const inked = ({ pixels }) => pixels.reduce((sum, byte) => sum + (byte === 0 || byte === 255 ? 0 : 1), 0);

describe('the picture of the HTML report', () => {
  it('was taken of the page as it is now: npm run -s pictures', () => {
    expect(taken('report.sha256').toString().trim()).toBe(digestOf(page));
  });

  it('is told of with the number that it shows', () => {
    const [, heading] = /<h1>([^<]+)<\/h1>/.exec(page);
    const readme = readFileSync(join(root, 'packages/reporters/src/html/README.md'), 'utf8');
    expect(readme).toContain(`![The page: ${heading}, `);
  });

  it('is small enough for a page', () => {
    const bytes = taken('report.png');
    expect(bytes.length).toBeLessThan(150_000);
    expect(readPng(bytes)).toMatchObject(size);
    expect(inked(readPng(bytes))).toBeGreaterThan(20_000);
  });
});

needsTool('chromium')('taking it', () => {
  it('shows the page', async () => {
    const png = readPng(await takePicture(page));
    expect(png).toMatchObject(size);
    expect(inked(png)).toBeGreaterThan(20_000);
  });

  it('would show a blank page as blank', async () => {
    expect(inked(readPng(await takePicture('<!doctype html>')))).toBeLessThan(1000);
  });
});
