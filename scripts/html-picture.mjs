// `npm run -s pictures`: takes the picture of the HTML report, docs/pictures/report.png, of the made-up shop. Its bytes
// depend on the fonts and the Chromium of the machine, so it is no part of `npm run gen`; beside it stands the digest
// of the part of the page that it shows, and a test tells when that has become another.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { BootstrapError, ensureBuilt, ensureInstalled, root } from './bootstrap.mjs';
import { Shop } from './pictures/shop.mjs';

/** In pixels; what lies below is cut. */
export const size = { width: 1000, height: 690 };

function chromiumPath() {
  const { program, version } = JSON.parse(
    readFileSync(join(root, 'scripts/test-tools.json'), 'utf8'),
  ).chromium;
  const path = join(root, '.cache/test-tools', `${program}-${version}`, program);
  if (!existsSync(path)) throw new BootstrapError('chromium is not installed: npm run -s test-tools');
  return path;
}

/** The report of the shop, as a page. */
export function reportPage() {
  const shop = new Shop();
  try {
    const page = join(shop.folder, '../report.html');
    shop.sh(`regmigrate lint --format=html --output-file='${page}'`, { wanted: 1 });
    return readFileSync(page, 'utf8');
  } finally {
    shop.remove();
  }
}

/** Of what the picture shows: the look of the page, and what stands above the totals by rule. */
export function digestOf(page) {
  const end = page.indexOf('>By rule<');
  if (end < 0) throw new Error('the page has no totals by rule');
  return createHash('sha256').update(page.slice(0, end)).digest('hex');
}

/** A page in light colours, as PNG. */
export async function takePicture(page) {
  const { chromium } = createRequire(join(root, 'packages/reporters/package.json'))('playwright-core');
  // The sandbox needs rights that a container does not give.
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] });
  try {
    const tab = await browser.newPage({ viewport: size, colorScheme: 'light' });
    await tab.setContent(page);
    return await tab.screenshot();
  } finally {
    await browser.close();
  }
}

async function main() {
  ensureInstalled();
  ensureBuilt();
  const page = reportPage();
  writeFileSync(join(root, 'docs/pictures/report.png'), await takePicture(page));
  writeFileSync(join(root, 'docs/pictures/report.sha256'), `${digestOf(page)}\n`);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await main().catch((error) => {
    if (!(error instanceof BootstrapError)) throw error;
    process.stderr.write(`regmigrate: ${error.message}\n`);
    process.exitCode = 1;
  });
}
