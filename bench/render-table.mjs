/** The rows as a Markdown table, which reads well enough as plain text. */
export function renderTable(rows) {
  const cells = rows.map(({ name, own, other, value, aim }) => [
    name,
    own,
    other,
    String(value),
    aim === undefined ? '' : `≤ ${aim}`,
    aim === undefined ? '' : value <= aim ? 'yes' : 'NO',
  ]);
  const all = [['case', 'regmigrate', 'against', 'ratio', 'aim', 'met'], ...cells];
  const widths = all[0].map((_, column) => Math.max(...all.map((row) => row[column].length)));
  const line = (row) => `| ${row.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`;
  const [head, ...body] = all.map(line);
  return [head, `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...body].join('\n');
}
