import { join } from 'node:path';
import { chartReadme, chartYaml } from './chart-about.mjs';
import { chartImages } from './chart-images.mjs';
import { chartTemplates } from './chart-templates.mjs';
import { chartValues } from './chart-values.mjs';
import { createRandom } from './random.mjs';
import { write } from './write.mjs';

/** So many charts as they are to be; seven in ten with retired names. */
export const listCharts = (count) =>
  Array.from({ length: count }, (_, index) => {
    const name = `chart-${index}`;
    return { index, name, folder: join(`group-${index % 20}`, name), retired: index % 10 < 7 };
  });

/** Charts of ten templates each. */
export function writeCharts(root, charts) {
  for (const chart of charts) writeChart(root, chart);
}

function writeChart(root, { index, name, folder, retired }) {
  const random = createRandom(index);
  const images = chartImages(retired, random);
  const put = (file, text) => write(root, join(folder, file), text);
  put('Chart.yaml', chartYaml(name, images, random));
  put('values.yaml', chartValues(name, images, random));
  put('README.md', chartReadme(name, images));
  for (const [file, text] of Object.entries(chartTemplates(name, images, random)))
    put(join('templates', file), text);
}
