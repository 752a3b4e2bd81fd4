// A gathering from its plan to its slides: the coordinator plans it, parents register on a phone, one cancels and the next gets the place.
import { browser, check, demonstration, end, followMail, look, person } from './world.mjs';

const demo = await demonstration();
const b = await browser();

async function register(page, name, mail, phone, many) {
  await page.getByLabel('Uw naam').fill(name);
  if (mail) await page.getByLabel('Uw mailadres').fill(mail);
  if (phone) await page.getByLabel(/Uw telefoonnummer/).fill(phone);
  await page.getByLabel(many).check();
  await page.getByLabel(/De coördinator mag dit lezen/).check();
  await page.waitForTimeout(3200);
  await page.getByRole('button', { name: 'Aanmelden' }).click();
}

try {
  for (const width of [390, 1280]) {
    const { context: own, page: desk } = await person(b, width);
    await desk.goto(demo.links['coördinator']);
    await desk.getByRole('heading', { name: 'Vandaag', exact: true }).waitFor();
    for (const row of [/zoek een plaats/, /bel even, er is geen mail/, ...(width === 390 ? [/hoeveel mensen kwamen er/] : [])]) check(`Vandaag has ${row}`, await desk.getByText(row).count() > 0);
    await look(desk, `gatherings-today-${width}`);
    await desk.goto(`${demo.url}/bijeenkomsten`);
    await desk.getByRole('heading', { name: 'Bijeenkomsten', exact: true }).waitFor();
    await look(desk, `gatherings-${width}`);
    await desk.getByRole('link', { name: 'Nieuwe bijeenkomst' }).click();
    await look(desk, `gathering-new-${width}`);
    await desk.getByRole('button', { name: 'Bijeenkomst maken' }).click();
    check('an empty form is refused with a summary that has the focus', await desk.evaluate(() => document.activeElement?.id === 'fouten'));
    await look(desk, `gathering-new-errors-${width}`);
    const title = `Avond voor ouders ${width}`;
    const day = new Date(Date.now() + 21 * 864e5);
    await desk.getByLabel('informatieavond met workshop').check();
    await desk.getByLabel('Hoe heet de bijeenkomst?').fill(title);
    const group = desk.getByRole('group', { name: 'Welke dag?', exact: true });
    await group.getByLabel('Dag').fill(String(day.getDate()));
    await group.getByLabel('Maand').fill(String(day.getMonth() + 1));
    await group.getByLabel('Jaar').fill(String(day.getFullYear()));
    await desk.getByLabel('Hoe laat begint het?').fill('19.30');
    await desk.getByLabel(/Waar\?/).fill('Wijkcentrum De Brug');
    await desk.getByLabel('Wat moeten ouders weten?').fill('Kom luisteren.\nEr is koffie.');
    await desk.getByLabel(/Hoeveel plekken/).fill('2');
    await desk.getByRole('button', { name: 'Bijeenkomst maken' }).click();
    await desk.getByText('De bijeenkomst staat op de site.').waitFor();
    await look(desk, `gathering-fresh-${width}`);
    const inside = desk.url();
    const shared = await desk.getByRole('link', { name: /\/bijeenkomst\// }).getAttribute('href');

    const { context, page } = await person(b, width);
    await page.goto(`${demo.url}/`);
    await page.getByRole('link', { name: 'Kom naar een bijeenkomst' }).click();
    await look(page, `gatherings-public-${width}`);
    await page.goto(demo.url + shared);
    await look(page, `gathering-public-${width}`);
    await page.getByRole('link', { name: 'Ik kom' }).click();
    await page.getByRole('button', { name: 'Aanmelden' }).click();
    check('an empty registration is refused', (await page.title()).startsWith('Fout: '));
    await look(page, `registration-errors-${width}`);
    await register(page, 'Noor van Dijk', `noor${width}@voorbeeld.example`, '', 'Met 2 mensen, ik hoor daarbij');
    await page.getByRole('heading', { name: 'Fijn dat u komt' }).waitFor();
    await look(page, `registration-thanks-${width}`);
    const { context: second, page: other } = await person(b, width);
    await other.goto(demo.url + shared);
    await other.getByRole('link', { name: 'Zet mij op de wachtlijst' }).click();
    await look(other, `registration-full-${width}`);
    await register(other, 'Truus de Boer', '', '06 55 33 22 11', 'Ik kom alleen');
    await other.getByRole('heading', { name: 'U staat op de wachtlijst' }).waitFor();
    await look(other, `registration-waits-${width}`);
    await second.close();

    await followMail(page, demo.url, `noor${width}@voorbeeld.example`, '/');
    await look(page, `seat-${width}`);
    await page.getByLabel('Met 5 mensen, ik hoor daarbij').check();
    await page.getByRole('button', { name: 'Aantal bewaren' }).click();
    await page.getByText('Voor zoveel mensen is geen plek meer.').first().waitFor();
    await look(page, `seat-errors-${width}`);
    await page.getByRole('link', { name: 'Ik kan toch niet' }).click();
    await look(page, `seat-leave-${width}`);
    await page.getByRole('button', { name: 'Ja, meld mij af' }).click();
    await page.getByText('U bent afgemeld. Dank dat u het liet weten.').waitFor();
    await look(page, `seat-left-${width}`);

    await desk.goto(inside);
    await desk.getByText('bel even: dit moet nog gezegd worden').waitFor();
    await look(desk, `gathering-${width}`);
    await desk.getByRole('link', { name: 'Truus de Boer' }).click();
    await look(desk, `registration-${width}`);
    await desk.getByRole('button', { name: 'Ik heb gebeld' }).click();
    await desk.getByText('Genoteerd: dit is gezegd.').waitFor();
    await desk.getByRole('link', { name: 'Truus de Boer' }).click();
    await desk.getByRole('link', { name: 'Afmelden', exact: true }).click();
    await look(desk, `registration-remove-${width}`);
    await desk.goto(inside);
    await desk.getByRole('link', { name: 'Lijst om af te drukken' }).click();
    await look(desk, `gathering-list-${width}`);
    await desk.emulateMedia({ media: 'print' });
    await look(desk, `gathering-print-${width}`);
    await desk.emulateMedia({ media: 'screen' });
    await desk.goto(`${inside}/wijzigen`);
    await look(desk, `gathering-change-${width}`);
    await desk.goto(`${inside}/afzeggen`);
    await look(desk, `gathering-cancel-${width}`);
    await desk.getByRole('button', { name: /de bijeenkomst gaat niet door/ }).click();
    await desk.getByText(/De bijeenkomst gaat niet door. Wie mail heeft/).waitFor();
    await look(desk, `gathering-cancelled-${width}`);
    await page.goto(demo.url + shared);
    await page.getByText('Deze bijeenkomst gaat niet door.').waitFor();
    await look(page, `gathering-public-cancelled-${width}`);

    await desk.goto(`${demo.url}/bijeenkomsten`);
    await desk.getByRole('link', { name: 'Koffie met buddy’s' }).click();
    const past = desk.url();
    await look(desk, `gathering-past-${width}`);
    await desk.goto(`${past}/opkomst`);
    await desk.getByLabel('Aantal mensen').fill('veel');
    await desk.getByRole('button', { name: 'Bewaren' }).click();
    await look(desk, `gathering-attended-errors-${width}`);
    await desk.getByLabel('Aantal mensen').fill('15');
    await desk.getByLabel('Hennie Stam').check();
    await desk.getByRole('button', { name: 'Bewaren' }).click();
    await desk.getByText('De opkomst is bewaard.').waitFor();
    await desk.getByRole('link', { name: 'Dia’s en opname' }).click();
    await desk.getByLabel(/Link naar de opname/).fill('https://voorbeeld.example/opname');
    await desk.getByLabel(/Iedereen die in de opname/).uncheck();
    await desk.getByRole('button', { name: 'Bewaren' }).click();
    await look(desk, `gathering-material-errors-${width}`);
    await desk.getByLabel(/Iedereen die in de opname/).check();
    await desk.getByRole('button', { name: 'Bewaren' }).click();
    await desk.getByText('Ouders zien het meteen').waitFor();
    await page.goto(past.replace('bijeenkomsten', 'bijeenkomst'));
    check('the recording stands on the public page', await page.getByRole('link', { name: 'Bekijk de opname' }).count() === 1);
    await look(page, `gathering-public-past-${width}`);
    await page.getByRole('link', { name: 'Ik wil buddy worden' }).click();
    await page.getByRole('link', { name: 'Ik meld mij aan' }).click();
    check('the channel is known', await page.getByText('Hoe hoorde u van ons?').count() === 0);
    await own.close();
    await context.close();
  }
} finally {
  await b.close();
  await demo.stop();
}
end();
