// A parent who reads little Dutch asks for a buddy: from the first page into the own language, all questions with their errors, thanks; from right to left in Arabic, with letters of its own in Tigrinya; and what an old phone has to load.
import { browser, check, demonstration, end, look, person } from './world.mjs';

const demo = await demonstration();
const b = await browser();
const names = { ar: 'العربية', tr: 'Türkçe', pl: 'Polski', uk: 'Українська', ti: 'ትግርኛ' };
/** Fills in what is asked, by the names of the fields, and goes on. */
const send = async (page, fields) => {
  for (const [name, value] of Object.entries(fields)) {
    const field = page.locator(`main [name="${name}"]`);
    if (value === true) await field.first().check();
    else await field.fill(value);
  }
  await page.locator('main form .utrecht-button--primary-action').click();
  await page.waitForLoadState();
};
/** Where a part of the page stands. */
const box = (page, what) => page.locator(what).first().boundingBox();
try {
  for (const width of [390, 1280]) {
    for (const [code, name] of Object.entries(names)) {
      const right = code === 'ar';
      const { context, page } = await person(b, width);
      const see = (what) => look(page, `asking-${code}-${width}-${what}`);
      const speaks = async (what) => {
        const [lang, direction] = await page.evaluate(() => [document.documentElement.lang, getComputedStyle(document.body).direction]);
        check(`${code} ${width} ${what}: the page is in this language (${lang}, ${direction})`, lang === code && direction === (right ? 'rtl' : 'ltr'));
      };
      await page.goto(demo.url);
      if (code === 'ar') await look(page, `asking-first-${width}`);
      await page.locator('main').getByRole('link', { name }).click();
      await speaks('promise');
      await see('promise');
      await page.locator('main a.utrecht-button-link--primary-action').click();
      const before = await page.locator('h1').innerText();
      await send(page, {});
      await speaks('question 1, refused');
      await see('1-refused');
      check(`${code} ${width}: the errors stand above the form and have the focus`, await page.evaluate(() => document.activeElement?.id) === 'fouten' && await page.locator('h1').innerText() === before);
      if (right) {
        const input = await box(page, 'main input[name=situatie]');
        const label = await box(page, 'main .utrecht-form-label--checkbox');
        check(`${width}: a box to tick stands right of its words`, input.x > label.x);
        const leave = await box(page, '.verlaat'), brand = await box(page, '.merk');
        if (width > 700) check(`${width}: the name stands right, leaving left`, brand.x > leave.x);
        check(`${width}: a phone number runs from left to right`, await page.locator('footer bdi[dir=ltr]').first().evaluate((el) => getComputedStyle(el).direction) === 'ltr');
      }
      await send(page, { situatie: true });
      if (right) await page.locator('main details summary').first().click();
      await see('2');
      await send(page, {});
      await see('3');
      await send(page, { manier: true, taal: name });
      await see('4');
      await send(page, { 'tijd-weekend': true });
      await send(page, { postcode: '42' });
      await see('5-refused');
      await send(page, { postcode: '' });
      await see('6');
      await send(page, {});
      await send(page, { naam: 'Amina', telefoon: 'abc' });
      await see('7-refused');
      await send(page, { telefoon: '06 12345678' });
      await see('8');
      await send(page, {});
      await see('8-refused');
      await send(page, { kanaal: true, akkoord: true, contact: true });
      await speaks('thanks');
      check(`${code} ${width}: sent (${page.url()})`, page.url().endsWith('/buddy-vragen/bedankt'));
      await see('thanks');
      for (const address of ['/bel-mij-terug', '/alleen-een-vraag']) {
        await page.goto(demo.url + address);
        await send(page, {});
        await speaks(address);
        await see(`${address.slice(1)}-refused`);
      }
      // the letters come from a font that has them
      const devtools = await context.newCDPSession(page);
      const { root } = await devtools.send('DOM.getDocument');
      const { nodeId } = await devtools.send('DOM.querySelector', { nodeId: root.nodeId, selector: 'h1' });
      await devtools.send('CSS.enable');
      const { fonts } = await devtools.send('CSS.getPlatformFontsForNode', { nodeId });
      check(`${code} ${width}: the heading has letters (${fonts.map((f) => f.familyName)})`, fonts.length > 0 && fonts.every((f) => !/last ?resort/i.test(f.familyName)));
      await page.goto(`${demo.url}/privacy`);
      check(`${code} ${width}: other pages are in Dutch`, await page.evaluate(() => document.documentElement.lang) === 'nl');
      await context.close();
    }
  }

  // what an old phone loads at the first look
  for (const code of Object.keys(names)) {
    const { context, page } = await person(b, 390);
    const loaded = [];
    page.on('requestfinished', (request) => loaded.push(request.sizes().then((its) => its.responseBodySize + its.responseHeadersSize)));
    await page.goto(`${demo.url}/buddy-vragen?taal=${code}`, { waitUntil: 'networkidle' });
    const weight = (await Promise.all(loaded)).reduce((sum, one) => sum + one, 0);
    console.log(`${code}: ${loaded.length} requests, ${(weight / 1024).toFixed(1)} kB`);
    check(`${code}: at most 4 requests and 60 kB`, loaded.length <= 4 && weight <= 60 * 1024);
    await context.close();
  }
} finally {
  await b.close();
  await demo.stop();
}
end();
