/** Adds searching and sorting to the table. It makes no markup of texts, and the page is whole without it. */
export const script = `
'use strict';
(() => {
  const list = document.getElementById('list');
  if (!list) return;
  const body = list.tBodies[0];
  const rows = Array.from(body.rows, (row) => ({ row, text: '', state: row.cells[1].className }));
  const [controls, search, state, shown] = ['controls', 'search', 'state', 'shown'].map((id) => document.getElementById(id));
  for (const name of new Set(rows.map((entry) => entry.state))) state.add(new Option(name, name));

  const filter = () => {
    const words = search.value.toLowerCase().split(/\\s+/).filter(Boolean);
    let number = 0;
    for (const entry of rows) {
      if (words.length > 0) entry.text ||= entry.row.textContent.toLowerCase();
      const fits = (!state.value || entry.state === state.value) && words.every((word) => entry.text.includes(word));
      if (entry.row.hidden === fits) entry.row.hidden = !fits;
      if (fits) number++;
    }
    shown.textContent = number + ' of ' + rows.length + ' shown';
  };
  let waiting;
  search.addEventListener('input', () => { clearTimeout(waiting); waiting = setTimeout(filter, 120); });
  state.addEventListener('change', filter);

  const compare = new Intl.Collator('en', { numeric: true }).compare;
  const heads = Array.from(list.tHead.rows[0].cells);
  heads.forEach((head, column) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = head.textContent;
    head.replaceChildren(button);
    button.addEventListener('click', () => {
      const down = head.getAttribute('aria-sort') === 'ascending';
      for (const other of heads) other.removeAttribute('aria-sort');
      head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
      const keyed = rows.map((entry) => [entry, entry.row.cells[column].textContent]);
      keyed.sort((a, b) => (down ? -1 : 1) * compare(a[1], b[1]));
      body.replaceChildren(...keyed.map(([entry]) => entry.row));
    });
  });
  controls.hidden = false;
  filter();
})();
`;
