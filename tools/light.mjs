// How heavy the pages of parents are: weight and requests of each with nothing kept, time to the first paint on a slow phone (processor slowed four times, 400 kbit/s, 100 ms away), and whether anything jumps.
// Times are of this machine; weights are not.
//
// usage: node tools/light.mjs NAAST    (CHROMIUM: the browser)
process.env.WALK_PROGRAM = process.argv[2];
const { browser, demonstration } = await import('../tests/browser/world.mjs');

const SLOW = { offline: false, latency: 100, downloadThroughput: 400_000 / 8, uploadThroughput: 400_000 / 8 };
const MOST = { kb: 60, requests: 4, paint: 2000, shift: 0.01 };

const demo = await demonstration();
const b = await browser();

/** What a link from a page of parents may lead to: pages of this server that show something. */
const isPage = (href) => href.startsWith('/') && !/\.(pdf|ics|xlsx|json|csv)$|\/pdf$|\/bestanden\/|^\/demonstratie|uitloggen|^\/wissel/.test(href);

/** All pages along links, from the first page of someone. */
async function reached(link, first) {
  const context = await b.newContext({ viewport: { width: 390, height: 844 }, javaScriptEnabled: false });
  const page = await context.newPage();
  if (link) await page.goto(link);
  const found = [first];
  const kinds = new Set();
  for (let i = 0; i < found.length && found.length < 80; i++) {
    const answer = await page.goto(demo.url + found[i]).catch(() => null);
    // what leads elsewhere is measured there
    if (!answer || answer.status() !== 200 || answer.request().redirectedFrom() || !String(answer.headers()['content-type']).includes('html')) { found.splice(i--, 1); continue; }
    const links = await page.locator('a[href]').evaluateAll((all) => all.map((a) => a.getAttribute('href').split('#')[0]));
    for (const href of links) {
      const kind = href.replace(/[\w-]{22}/g, '{}').split('?')[0];
      if (isPage(href) && !kinds.has(kind)) { kinds.add(kind); if (!found.includes(href)) found.push(href); }
    }
  }
  const cookies = await context.cookies();
  await context.close();
  return { pages: found, cookies };
}

/** One page in a browser that has kept nothing but who is asking. */
async function measured(path, cookies) {
  const context = await b.newContext({ viewport: { width: 390, height: 844 }, locale: 'nl-NL' });
  await context.addCookies(cookies);
  const page = await context.newPage();
  const line = await context.newCDPSession(page);
  await line.send('Network.enable');
  await line.send('Network.emulateNetworkConditions', SLOW);
  await line.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  let bytes = 0;
  let requests = 0;
  line.on('Network.requestWillBeSent', () => { requests++; });
  line.on('Network.loadingFinished', (its) => { bytes += its.encodedDataLength; });
  await page.addInitScript(() => {
    window.moved = 0;
    new PerformanceObserver((seen) => { for (const each of seen.getEntries()) if (!each.hadRecentInput) window.moved += each.value; }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(demo.url + path, { waitUntil: 'load' });
  await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
  await page.waitForTimeout(200);
  const seen = await page.evaluate(() => ({ paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Infinity, moved: window.moved }));
  await context.close();
  return { path, kb: bytes / 1000, requests, paint: seen.paint, shift: seen.moved };
}

let failed = false;
try {
  const rows = [];
  for (const [who, first] of [[null, '/'], ['ouder met een buddy', '/mijn'], ['ouder die wacht', '/mijn']]) {
    const { pages, cookies } = await reached(who && demo.links[who], first);
    for (const path of pages) rows.push({ who: who ?? 'a visitor', ...await measured(path, cookies) });
  }
  console.log(`${'page'.padEnd(58)}${'kB'.padStart(7)}${'requests'.padStart(10)}${'first paint'.padStart(13)}${'shift'.padStart(8)}`);
  for (const row of rows.sort((one, other) => other.paint - one.paint).filter((row, at) => at < 12 || row.shift > MOST.shift || row.requests > MOST.requests)) console.log(`${`${row.who}: ${row.path.replace(/[\w-]{22}/g, '{}')}`.padEnd(58)}${row.kb.toFixed(1).padStart(7)}${String(row.requests).padStart(10)}${`${row.paint.toFixed(0)} ms`.padStart(13)}${row.shift.toFixed(3).padStart(8)}`);
  const worst = (key) => Math.max(...rows.map((row) => row[key]));
  for (const [what, key, text] of [['weight at most 60 kB', 'kb', `${worst('kb').toFixed(1)} kB`], ['at most 4 requests', 'requests', `${worst('requests')}`], ['first paint within 2 s on a slow phone', 'paint', `${worst('paint').toFixed(0)} ms`], ['nothing jumps', 'shift', worst('shift').toFixed(3)]]) {
    const holds = worst(key) <= MOST[key];
    failed ||= !holds;
    console.log(`${holds ? 'holds' : 'FAILS'}  ${what}, of ${rows.length} pages: ${text}`);
  }
} finally {
  await b.close();
  await demo.stop();
}
process.exit(failed ? 1 : 0);
