// Opens the exported page in Chromium and uses it as people do.
//
//   node page.mjs errors.html errors.json screenshot.png [hostile.html ...]
//
// CHROMIUM names the browser, /usr/bin/chromium where it is not set.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import { chromium } from 'playwright-core';

const [htmlFile, jsonFile, screenshot, ...hostileFiles] = process.argv.slice(2);
const addressOf = (file) => pathToFileURL(resolve(file)).href;
const catalog = JSON.parse(readFileSync(jsonFile, 'utf8'));
const problems = catalog.domains.flatMap((domain) =>
  domain.problems.map((problem) => ({ ...problem, id: `${domain.slug}-${problem.code}` })));

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
});

/** What must not happen on any page. */
const faults = [];

async function open({ file = htmlFile, hash = '', ...options } = {}) {
  const address = addressOf(file);
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  page.on('console', (message) => faults.push(`console ${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => faults.push(`error: ${error}`));
  page.on('dialog', (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith('data:') && url.split('#')[0] !== address) faults.push(`request: ${url}`);
  });
  await page.goto(address + hash);
  return page;
}

const visible = (page) => page.locator('.problem:visible').evaluateAll((all) => all.map((one) => one.id));
const found = (page) => page.locator('#-found').textContent();
const says = (problem, word) =>
  [problem.name, problem.title, problem.description, problem.docs].join(' ').toLowerCase().includes(word);

async function check(name, options, body) {
  const page = await open(options);
  try {
    await body(page);
    console.log(`ok - ${name}`);
  } catch (error) {
    console.log(`not ok - ${name}`);
    console.error(error);
    process.exitCode = 1;
  } finally {
    await page.context().close();
  }
}

async function assertAccessible(page) {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => window.axe.run());
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  for (const { id, impact, nodes } of violations) console.log(`#   ${impact}: ${id}, ${nodes.length} times`);
  assert.deepEqual(grave.map(({ id, help, nodes }) => ({ id, help, first: nodes[0].html })), []);
}

await check('the whole catalog is there', {}, async (page) => {
  assert.deepEqual(await visible(page), problems.map(({ id }) => id));
  assert.equal(await found(page), `${problems.length} problems`);
  assert.equal(await page.locator('.contents li').count(), catalog.domains.length);
});

await check('a search for LinkedIn leaves only the matching problems', {}, async (page) => {
  await page.keyboard.press('/');
  await page.keyboard.type('LinkedIn');
  const expected = problems.filter((problem) => says(problem, 'linkedin')).map(({ id }) => id);
  assert.ok(expected.length > 0 && expected.length < problems.length);
  assert.deepEqual(await visible(page), expected);
  assert.equal(await found(page), `${expected.length} of ${problems.length} problems`);
  await page.keyboard.press('Escape');
  assert.equal((await visible(page)).length, problems.length);
});

await check('a search goes by code, by name, by status and by domain', {}, async (page) => {
  const search = async (text) => {
    await page.locator('#-q').fill(text);
    return visible(page);
  };
  assert.deepEqual(await search('sequences-6'), ['sequences-6']);
  assert.deepEqual(await search('sequences/6'), ['sequences-6']);
  assert.ok((await search('sequences 6')).includes('sequences-6'));
  assert.deepEqual(
    await search('SequenceArchived archived 409'),
    problems.filter(({ name, status }) => name === 'SequenceArchived' && status === 409).map(({ id }) => id),
  );
  assert.deepEqual(
    await search('409'),
    problems.filter(({ status, docs, description }) => status === 409 || /\b409\b/.test(docs + description)).map(({ id }) => id),
  );
  assert.ok(!(await search('6')).includes('sequence-actions-10'));
  assert.deepEqual(await search('no such problem'), []);
  assert.equal(await found(page), `None of ${problems.length} problems`);
  await page.locator('#-clear').click();
  assert.equal((await visible(page)).length, problems.length);
});

await check('Enter opens the first problem that was found', {}, async (page) => {
  await page.keyboard.press('/');
  await page.keyboard.type('sequences 6');
  await page.keyboard.press('Enter');
  const [first] = await visible(page);
  assert.ok(await page.locator(`#${first}`).evaluate((one) => one.open && one.contains(document.activeElement)));
});

await check('the statuses are a filter', {}, async (page) => {
  const conflict = page.locator('.chip[data-status="409"]');
  await conflict.click();
  assert.equal(await conflict.getAttribute('aria-pressed'), 'true');
  assert.deepEqual(await visible(page), problems.filter(({ status }) => status === 409).map(({ id }) => id));
  await page.locator('.chip[data-status="403"]').click();
  const both = problems.filter(({ status }) => status === 409 || status === 403).map(({ id }) => id);
  assert.deepEqual(await visible(page), both);
  await page.locator('#-q').fill('archived');
  assert.ok((await visible(page)).every((id) => both.includes(id)));
});

await check('a deep link lands on its problem', { hash: '#sequences-6' }, async (page) => {
  const place = () => page.evaluate(() => {
    const problem = document.querySelector(location.hash);
    const header = document.querySelector('.top').getBoundingClientRect();
    return { open: problem.open, top: problem.getBoundingClientRect().top - header.bottom, height: innerHeight };
  });
  const assertThere = async () => {
    const { open, top, height } = await place();
    assert.ok(open, 'it is open');
    assert.ok(top >= 0 && top < height / 2, `it is in sight, at ${top}`);
  };
  await assertThere();
  // Another one, hidden by a search.
  await page.locator('#-q').fill('LinkedIn');
  await page.evaluate(() => { location.hash = '#tasks-9'; });
  await page.waitForFunction(() => document.querySelector('#tasks-9').open);
  await assertThere();
  assert.equal((await visible(page)).length, problems.length);
});

await check('it is used by keyboard, and shows where the focus is', {}, async (page) => {
  const focused = (ask) => page.evaluate(ask);
  const hasOutline = () => focused(() => getComputedStyle(document.activeElement).outlineStyle !== 'none');
  await page.keyboard.press('Tab');
  assert.equal(await focused(() => document.activeElement.className), 'skip');
  assert.ok(await hasOutline());
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  assert.ok(await focused(() => document.querySelector('main').contains(document.activeElement)));
  const first = page.locator('.problem summary').first();
  await first.focus();
  await page.keyboard.press('Enter');
  assert.ok(await page.locator('.problem').first().evaluate((one) => one.open));
  await page.keyboard.press('Tab');
  assert.ok(await hasOutline());
  await page.keyboard.press('/');
  assert.equal(await focused(() => document.activeElement.id), '-q');
  await page.keyboard.type('a/b');
  assert.equal(await page.locator('#-q').inputValue(), 'a/b');
});

await check('it follows the system to dark, and the button back', { colorScheme: 'dark' }, async (page) => {
  const brightness = () => page.evaluate(() => {
    const [red, green, blue] = getComputedStyle(document.body).backgroundColor.match(/\d+/g).map(Number);
    return (red + green + blue) / 3;
  });
  assert.ok(await brightness() < 64);
  await page.locator('.theme').click();
  assert.ok(await brightness() > 192);
  await page.reload();
  assert.ok(await brightness() > 192, 'it is remembered');
});

await check('a sample response can be copied', { hash: '#sequences-6' }, async (page) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const copy = page.locator('#sequences-6 .copy');
  await copy.click();
  await page.waitForFunction(() => document.querySelector('#sequences-6 .copy').textContent === 'Copied');
  const sample = JSON.parse(await page.evaluate(() => navigator.clipboard.readText()));
  assert.deepEqual([sample.status, sample.errorCode], [409, 6]);
});

await check('it fits a phone', { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }, async (page) => {
  await page.locator('#-expand').click();
  const { width, all } = await page.evaluate(() => ({ width: document.documentElement.scrollWidth, all: innerWidth }));
  assert.ok(width <= all, `${width} pixels on a screen of ${all}`);
  await assertAccessible(page);
});

await check('it prints what it shows, without its controls', {}, async (page) => {
  await page.emulateMedia({ media: 'print' });
  for (const control of ['.top', '.contents', '.copy', '#-expand']) {
    assert.equal(await page.locator(control).first().isVisible(), false, control);
  }
  assert.equal((await visible(page)).length, problems.length);
  const docs = page.locator('.problem .docs').first();
  assert.ok((await docs.boundingBox()).height > 0, 'the texts of closed problems are there');
  assert.ok((await page.pdf({ format: 'A4' })).length > 10_000);
});

await check('without scripts all is there to read', { javaScriptEnabled: false }, async (page) => {
  assert.equal(await page.locator('.problem:visible').count(), problems.length);
  assert.equal(await page.locator('.search').isVisible(), false);
  await page.locator('#sequences-6 > summary').click();
  assert.ok(await page.locator('#sequences-6 .docs').isVisible());
});

for (const colorScheme of ['light', 'dark']) {
  await check(`no serious fault of accessibility, ${colorScheme}`, { colorScheme, hash: '#sequences-6' }, async (page) => {
    await assertAccessible(page);
    await page.locator('#-expand').click();
    await page.locator('.how summary').click();
    await page.locator('.chip').first().click();
    await assertAccessible(page);
  });
}

for (const file of hostileFiles) {
  await check(`no text acts on the page: ${file}`, { file }, async (page) => {
    const count = await page.locator('.problem').count();
    await page.locator('#-expand').click();
    await page.locator('#-q').fill('script');
    await page.locator('#-q').press('Escape');
    assert.equal((await visible(page)).length, count);
    assert.equal(await page.locator('script, style').count(), 2);
    assert.equal(await page.locator('img, iframe, object, form, base').count(), 0);
  });
}

await check('the picture is small enough', {}, async (page) => {
  const picture = await page.screenshot({ path: screenshot });
  assert.ok(picture.length < 200_000, `${picture.length} bytes`);
});

await check('no page said, asked for, or failed at anything', {}, async () => {
  assert.deepEqual(faults, []);
});

await browser.close();
