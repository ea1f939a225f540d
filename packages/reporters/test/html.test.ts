import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Report } from '@regmigrate/core';
import { needsTool, testTool } from '@regmigrate/testkit';
import html from '../src/html/index.ts';
import { oddReport, oddTexts } from './odd-texts.ts';
import { readCase } from './read-case.ts';

// eslint-disable-next-line no-control-regex
const SHOWN_AS_ESCAPES = /[\u0000-\u001F\u007F-\u009F\u2028-\u2069]|\p{Surrogate}/u;

const mixed = readCase(new URL('../../../fixtures/reporters/html/mixed/report.json', import.meta.url));

needsTool('chromium')('the page in Chromium', () => {
  let browser: Browser;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'regmigrate-html-'));
    // The sandbox needs rights that a container does not give.
    browser = await chromium.launch({ executablePath: testTool('chromium')!, args: ['--no-sandbox'] });
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Opens the page as a file, as who gets it by mail does; what it asks for or complains of fails the test. */
  async function open(text: string, settings: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
    const file = join(folder, 'report.html');
    writeFileSync(file, text);
    const page = await (await browser.newContext(settings)).newPage();
    const faults: string[] = [];
    page.on('console', (message) => faults.push(message.text()));
    page.on('pageerror', (error) => faults.push(String(error)));
    page.on('dialog', (dialog) => void faults.push(dialog.message()));
    page.on(
      'request',
      (request) => void faults.push(...(request.url().startsWith('file:') ? [] : [request.url()])),
    );
    await page.goto(pathToFileURL(file).href);
    expect(faults).toEqual([]);
    return page;
  }

  it('tells everything without JavaScript', async () => {
    const page = await open(html.render(mixed.report, mixed.view), { javaScriptEnabled: false });
    expect(await page.locator('h1').innerText()).toBe('11 references left to move');
    expect(await page.locator('#list tbody tr').count()).toBe(11);
    expect(await page.locator('#controls').isVisible()).toBe(false);
    expect(await page.locator('svg rect').first().isVisible()).toBe(true);
    expect(await page.locator('th button').count()).toBe(0);
    await page.context().close();
  });

  it('searches, filters and sorts', async () => {
    const page = await open(html.render(mixed.report, mixed.view));
    const shown = page.locator('#list tbody tr:visible');
    await page.getByLabel('Search').fill('PAUSE deploy');
    await expect.poll(() => shown.count()).toBe(1);
    expect(await page.getByRole('status').innerText()).toBe('1 of 11 shown');
    await page.getByLabel('Search').fill('');
    await page.getByLabel('State').selectOption('manual');
    await expect.poll(() => shown.count()).toBe(2);
    await page.getByLabel('State').selectOption('');
    const where = page.locator('#list tbody tr td:first-child');
    await page.getByRole('button', { name: 'Where' }).click();
    await expect
      .poll(async () => (await where.first().innerText()).split('\n')[0])
      .toBe('deploy/controller.yaml:12:18');
    await page.getByRole('button', { name: 'Where' }).click();
    await expect.poll(() => where.first().innerText()).toBe('hack/images.txt:22:1');
    expect(await page.locator('th[aria-sort]').getAttribute('aria-sort')).toBe('descending');
    await page.context().close();
  });

  it.each(['light', 'dark'] as const)(
    'can be read in %s colours, by ear and on a phone',
    async (colorScheme) => {
      const page = await open(html.render(mixed.report, mixed.view), {
        colorScheme,
        viewport: { width: 360, height: 640 },
      });
      expect(await page.evaluate(leastContrast)).toBeGreaterThanOrEqual(4.5);
      // Wide tables scroll by themselves.
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
      const unnamed = 'input, select, button, [role=region], svg, table th:empty';
      expect(
        await page
          .locator(unnamed)
          .filter({ hasNot: page.locator('*') })
          .evaluateAll(withoutName),
      ).toEqual([]);
      await page.context().close();
    },
  );

  it('shows odd texts as texts', async () => {
    const texts = Object.values(oddTexts);
    const reports = texts.map((text) => oddReport(text).report);
    const [first] = reports as [Report];
    const page = await open(
      html.render(
        {
          ...first,
          findings: reports.flatMap(({ findings }) => findings),
          problems: reports.flatMap(({ problems }) => problems),
        },
        mixed.view,
      ),
    );
    expect(await page.locator('script, style, meta').count()).toBe(6);
    const shown = await page.locator('#list del').allTextContents();
    expect(shown).toHaveLength(2 * texts.length + 1);
    const plain = texts.filter((text) => !SHOWN_AS_ESCAPES.test(text));
    expect(plain.filter((text) => !shown.includes(text))).toEqual([]);
    await page.context().close();
  });

  it('is usable with twenty thousand references', async () => {
    const findings = Array.from({ length: 2000 }, (_, index) =>
      mixed.report.findings.map((finding) => ({
        ...finding,
        file: `apps/team-${index % 50}/${index}/${finding.file}`,
      })),
    ).flat();
    const page = await open(html.render({ ...mixed.report, findings }, mixed.view));
    expect(await page.locator('#list tbody tr').count()).toBe(20_000);
    expect(await page.locator('p.cut').innerText()).toContain('20,000 most important of 22,000 references');
    await page.getByLabel('Search').fill('team-49/1999');
    await expect
      .poll(() => page.locator('#shown').innerText(), { timeout: 30_000 })
      .toMatch(/^\d{1,2} of 20000 shown$/);
    await page.context().close();
  }, 60_000);
});

/** The least contrast of a text to its ground, by the formula of WCAG 2. Runs in the page. */
const leastContrast = `(() => {
  const numbers = (color) => color.match(/[\\d.]+/g).map(Number);
  const light = (color) => {
    const [r, g, b] = numbers(color).map((part) => part / 255).map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const color = getComputedStyle(at).backgroundColor;
      if (numbers(color)[3] !== 0) return color;
    }
    return 'rgb(255, 255, 255)';
  };
  const ratios = Array.from(document.body.querySelectorAll('*'), (element) => {
    const style = getComputedStyle(element);
    const svg = element.namespaceURI !== 'http://www.w3.org/1999/xhtml';
    const own = Array.from(element.childNodes).some((node) => node.nodeType === 3 && node.data.trim());
    if (['SCRIPT', 'STYLE', 'title'].includes(element.tagName) || !(own || element.tagName === 'rect')) return 21;
    const [a, b] = [light(svg ? style.fill : style.color), light(ground(element))].sort((x, y) => y - x);
    return (a + 0.05) / (b + 0.05);
  });
  return Math.min(...ratios);
})()`;

function withoutName(
  elements: readonly {
    outerHTML: string;
    ariaLabel: string | null;
    textContent: string | null;
    labels?: { length: number } | null;
    getAttribute(name: string): string | null;
  }[],
): string[] {
  return elements
    .filter(
      (element) =>
        !element.labels?.length &&
        !element.ariaLabel &&
        !element.getAttribute('aria-labelledby') &&
        !element.textContent?.trim(),
    )
    .map((element) => element.outerHTML.slice(0, 200));
}
