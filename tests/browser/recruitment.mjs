// A parent signs up on a phone and confirms by the mail; the coordinator finds the sign-up on Vandaag and in the list.
import { browser, check, demonstration, end, followMail, look, person } from './world.mjs';

const demo = await demonstration();
const b = await browser();
try {
  for (const width of [390, 1280]) {
    const { context, page } = await person(b, width);
    await page.goto(`${demo.url}/`);
    await look(page, `first-${width}`);
    await page.goto(`${demo.url}/buddy-worden?via=poster`);
    await look(page, `become-buddy-${width}`);
    await page.getByRole('link', { name: 'Ik meld mij aan' }).click();
    await page.getByRole('button', { name: 'Aanmelden' }).click();
    check('an empty form is refused with a summary that has the focus', await page.evaluate(() => document.activeElement?.id === 'fouten'));
    check('the title says there is a fault', (await page.title()).startsWith('Fout: '));
    await look(page, `sign-up-errors-${width}`);
    await page.getByLabel('Uw naam').fill('Noor ‏van 👩‍👧 Dijk');
    await page.getByLabel('Uw mailadres').fill(`noor${width}@voorbeeld.example`);
    await page.getByLabel(/Waarom wilt u dit doen/).fill('Ik wil iets terugdoen.');
    await page.getByLabel(/De coördinator mag dit lezen/).check();
    await page.waitForTimeout(3200);
    await page.getByRole('button', { name: 'Aanmelden' }).click();
    await page.getByRole('heading', { name: 'Bedankt voor uw aanmelding' }).waitFor();
    await look(page, `thanks-${width}`);
    await followMail(page, demo.url, `noor${width}@voorbeeld.example`, '/');
    await look(page, `confirm-${width}`);
    await page.getByRole('button', { name: /bevestig mijn aanmelding/ }).click();
    await page.getByText('Dank u wel. Uw aanmelding is bevestigd.').waitFor();
    await look(page, `confirmed-${width}`);
    await context.close();

    const { context: own, page: desk } = await person(b, width);
    await desk.goto(demo.links['coördinator']);
    await desk.getByRole('heading', { name: 'Vandaag', exact: true }).waitFor();
    check('the sign-up stands on Vandaag', await desk.getByText('Noor').count() > 0);
    await look(desk, `today-${width}`);
    await desk.goto(`${demo.url}/aanmeldingen`);
    await look(desk, `sign-ups-${width}`);
    await desk.getByLabel('Zoek op naam').fill('noor');
    await desk.keyboard.press('Enter');
    await desk.getByRole('link', { name: /Noor/ }).first().click();
    await look(desk, `sign-up-${width}`);
    await desk.goto(`${demo.url}/aanmeldingen/nieuw`);
    await look(desk, `sign-up-by-phone-${width}`);
    for (const address of ['/mijn-gegevens', '/mijn-gegevens/wie-keek', '/wie-leest-mee', '/privacy', '/toegankelijkheid', '/contact', '/inloggen', '/niet-hier']) {
      await desk.goto(demo.url + address);
      await look(desk, `page${address.replaceAll('/', '-')}-${width}`);
    }
    await desk.getByRole('button', { name: 'Uitloggen' }).click().catch(() => {});
    await own.close();
  }
} finally {
  await b.close();
  await demo.stop();
}
end();
