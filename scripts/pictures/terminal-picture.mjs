// What a terminal of eighty columns shows, as an SVG: text stays text, on a ground of its own, so that it reads the
// same on light and dark pages. Only the codes that our output and pre-commit's use are known; others are an error.

const COLUMNS = 80;
/** In pixels. A cell is as wide as in most fonts of fixed width: 0.6 of their size. */
const SIZE = 14;
const CELL = 8.4;
const LINE = 20;
const MARGIN = 16;

export const colors = {
  ground: '#0d1117',
  text: '#e6edf3',
  dim: '#9198a1',
  31: '#ff7b72',
  32: '#56d364',
  33: '#e3b341',
  34: '#79c0ff',
  35: '#d2a8ff',
  36: '#56d4dd',
  41: '#8e1519',
  42: '#1a6329',
};

const FONTS = "ui-monospace, SFMono-Regular, Menlo, Consolas, 'Liberation Mono', monospace";
const PLAIN = { bold: false, dim: false, color: undefined, ground: undefined };

// eslint-disable-next-line no-control-regex
const CODE = /\u001b\[([\d;]*)m/;
// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/;

/** ECMA-48, select graphic rendition: the style after a code. */
function styleAfter(style, code) {
  if (code === 0) return PLAIN;
  if (code === 1) return { ...style, bold: true };
  if (code === 2) return { ...style, dim: true };
  if (code === 22) return { ...style, bold: false, dim: false };
  if (code === 39) return { ...style, color: undefined };
  if (code === 49) return { ...style, ground: undefined };
  if (code < 40 && colors[code]) return { ...style, color: colors[code] };
  if (colors[code]) return { ...style, ground: colors[code] };
  throw new Error(`the picture of a terminal knows no code ${code}`);
}

/** Lines of runs, each with its text, its style and the column that it begins in, from 0. */
function readLines(text) {
  let style = PLAIN;
  return text.split('\n').map((line) => {
    const runs = [];
    let column = 0;
    // With a group in the pattern, every other part is what the group holds.
    for (const [index, part] of line.split(CODE).entries()) {
      if (index % 2 === 1) {
        for (const code of part.split(';')) style = styleAfter(style, Number(code));
      } else if (part !== '') {
        if (CONTROL.test(part)) throw new Error(`the picture of a terminal shows no ${JSON.stringify(part)}`);
        const columns = [...part].length;
        runs.push({ ...style, text: part, column, columns });
        column += columns;
      }
    }
    if (column > COLUMNS) throw new Error(`wider than ${COLUMNS} columns: ${line}`);
    return runs;
  });
}

const escape = (text) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const pixels = (number) => String(Math.round(number * 10) / 10);

const place = (column) => pixels(MARGIN + column * CELL);

/** A text that begins at a column. Columns stay true whatever the font is. */
function drawText(text, column, { bold, dim, color = dim ? colors.dim : undefined }, y) {
  const attributes = [
    `x="${place(column)}" y="${y + 15}" textLength="${pixels([...text].length * CELL)}"`,
    ...(color ? [`fill="${color}"`] : []),
    ...(bold ? ['font-weight="bold"'] : []),
  ];
  return `<text ${attributes.join(' ')}>${escape(text)}</text>`;
}

function drawRun(run, row) {
  const y = MARGIN + row * LINE;
  const ground = `<rect x="${place(run.column)}" y="${y}" width="${pixels(run.columns * CELL)}" height="${LINE}" fill="${run.ground}"/>`;
  // SVG keeps single spaces between words and no others.
  const texts = [...run.text.matchAll(/\S+(?: \S+)*/g)].map(({ 0: text, index }) =>
    drawText(text, run.column + [...run.text.slice(0, index)].length, run, y),
  );
  return [...(run.ground ? [ground] : []), ...texts].join('');
}

/**
 * `title` says what is to be seen. `said` is what was typed, with `$ ` before it, and printed, with its codes.
 * Throws for a line that does not fit and for codes that are unknown.
 */
export function terminalPicture(title, said) {
  const lines = readLines(said.replace(/\n+$/, ''));
  const width = pixels(2 * MARGIN + COLUMNS * CELL);
  const height = pixels(2 * MARGIN + lines.length * LINE);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${FONTS}" font-size="${SIZE}" fill="${colors.text}">`,
    `<title>${escape(title)}</title>`,
    `<rect width="100%" height="100%" rx="8" fill="${colors.ground}"/>`,
    ...lines.map((runs, row) => runs.map((run) => drawRun(run, row)).join('')).filter((line) => line !== ''),
    '</svg>',
    '',
  ].join('\n');
}
