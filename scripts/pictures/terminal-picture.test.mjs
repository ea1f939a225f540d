import { describe, expect, it } from 'vitest';
import { colors, terminalPicture } from './terminal-picture.mjs';

const linesOf = (said) => terminalPicture('t', said).split('\n').slice(3, -2);

describe('a picture of a terminal', () => {
  it('has a title, its own ground, and the text as text', () => {
    const picture = terminalPicture('What <is> seen', 'a & "b"\n');
    expect(picture).toContain('<title>What &lt;is&gt; seen</title>');
    expect(picture).toContain(`<rect width="100%" height="100%" rx="8" fill="${colors.ground}"/>`);
    expect(picture).toContain('>a &amp; &quot;b&quot;</text>');
    expect(picture).toMatch(/^<svg [^]*<\/svg>\n$/);
  });

  it('gives each text its column, and does without blanks that SVG would drop', () => {
    expect(linesOf('  2  two words\nx')).toEqual([
      '<text x="32.8" y="31" textLength="8.4">2</text><text x="58" y="31" textLength="75.6">two words</text>',
      '<text x="16" y="51" textLength="8.4">x</text>',
    ]);
  });

  it('keeps a style until it is taken back, over lines too', () => {
    const [first, second] = linesOf('\u001b[1;31mred\u001b[22m thin\nstill\u001b[m plain');
    expect(first).toContain(`fill="${colors[31]}" font-weight="bold">red<`);
    expect(first).toContain(`fill="${colors[31]}">thin<`);
    expect(second).toContain(`fill="${colors[31]}">still<`);
    expect(second).toContain('textLength="42">plain<');
  });

  it('paints behind a text, and dims it', () => {
    expect(linesOf('\u001b[41mno\u001b[m\u001b[2mdim')).toEqual([
      `<rect x="16" y="16" width="16.8" height="20" fill="${colors[41]}"/><text x="16" y="31" textLength="16.8">no</text>` +
        `<text x="32.8" y="31" textLength="25.2" fill="${colors.dim}">dim</text>`,
    ]);
  });

  it.each([
    ['an unknown code', '\u001b[5mblink'],
    ['a colour of 256', '\u001b[38;5;208morange'],
    ['a movement of the cursor', '\u001b[2Kgone'],
    ['a carriage return', '50 %\r100 %'],
    ['a line of 81 columns', 'x'.repeat(81)],
  ])('refuses %s', (_, said) => {
    expect(() => terminalPicture('t', said)).toThrow();
  });
});

/** By the formula of WCAG 2. */
function contrast(a, b) {
  const [darker, lighter] = [a, b].map(luminance).sort((x, y) => x - y);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(color) {
  const parts = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255);
  const [red, green, blue] = parts.map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

describe('the colours', () => {
  const { ground, text, 41: failed, 42: passed, ...others } = colors;

  it.each(Object.entries({ text, ...others }))('%s can be read', (_, color) => {
    expect(contrast(color, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it.each([failed, passed])('text on %s can be read', (color) => {
    expect(contrast(text, color)).toBeGreaterThanOrEqual(4.5);
  });
});
