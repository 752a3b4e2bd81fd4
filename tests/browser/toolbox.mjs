// The toolbox: anybody reads and prints, a coordinator changes a text and puts it before readers, a reader comments by the link, a school finds its own page.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { browser, check, demonstration, end, look, person } from './world.mjs';

const house = await demonstration();
const b = await browser();
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'naast-walk-pdf-'));
try {
  for (const width of [390, 1280]) {
    const { context, page } = await person(b, width);
    const go = (one, address) => one.goto(house.url + address);
    const says = async (one, text) => check(`${width}: the page says ‘${text}’ (${one.url()})`, (await one.locator('main').innerText()).includes(text));

    // anybody, without an account
    await go(page, '/materialen');
    await look(page, `materials-${width}`);
    for (const sheet of ['poster-nl', 'poster-ouders-ti', 'folder-nl', 'folder-ar', 'folder-uk', 'workshop-tr', 'workshop-pl', 'rolkaart-en', 'eerste-gesprek-nl', 'ondersteuning-nl']) {
      await go(page, `/materialen/${sheet}`);
      await look(page, `sheet-${sheet}-${width}`);
    }
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Download als PDF' }).click()]);
    const file = path.join(folder, download.suggestedFilename());
    await download.saveAs(file);
    check(`${width}: the PDF holds the text`, execFileSync('pdftotext', [file, '-']).toString().includes('Welke hulp is er op school?'));
    await page.emulateMedia({ media: 'print' });
    check(`${width}: printed, only the sheet is left`, !(await page.getByRole('link', { name: 'Download als PDF' }).isVisible()) && await page.locator('article.blad').isVisible());
    await page.emulateMedia({ media: 'screen' });
    await go(page, '/materialen/jaarplan-nl');
    await says(page, 'Deze bladzijde is er niet');

    // the coordinator
    const { context: own, page: desk } = await person(b, width);
    await desk.goto(house.links['coördinator']);
    await go(desk, '/materialen');
    await says(desk, 'Reacties van lezers:');
    await look(desk, `materials-coordinator-${width}`);
    // a concept is nobody else's until it is approved; the second width finds it approved
    if (width === 390) {
      await go(page, '/materialen/aandachtspunten-nl');
      await says(page, 'Deze bladzijde is er niet');
      await go(desk, '/materialen/aandachtspunten-nl');
      await look(desk, `concept-${width}`);
      await desk.getByRole('button', { name: 'Keur de standaardtekst goed' }).click();
      await says(desk, 'Goedgekeurd.');
    }
    await go(page, '/materialen/aandachtspunten-nl');
    await says(page, 'Kies geen kant.');
    await go(desk, '/materialen/teampresentatie-nl');
    await look(desk, `slides-${width}`);
    await go(desk, '/materialen/folder-nl');
    await desk.getByRole('link', { name: 'Tekst aanpassen' }).click();
    await look(desk, `text-${width}`);
    const area = desk.getByLabel('Tekst', { exact: true });
    await area.fill('Zonder titel');
    await desk.getByRole('button', { name: 'Bewaar als nieuwe versie' }).click();
    check(`${width}: what was typed stays`, (await area.inputValue()) === 'Zonder titel');
    await look(desk, `text-error-${width}`);
    await area.fill(`# Een buddy in Waterrijk\n\nVoor u op ${width} punten.\n\n- Bel {telefoon}`);
    await desk.getByRole('button', { name: 'Bekijk een voorbeeld' }).click();
    await says(desk, 'Dit is nog niet bewaard.');
    await look(desk, `text-preview-${width}`);
    await desk.getByRole('button', { name: 'Bewaar als nieuwe versie' }).click();
    await says(desk, 'De tekst is bewaard.');
    await look(desk, `version-${width}`);
    await desk.getByRole('button', { name: 'Leg deze tekst voor aan lezers' }).click();
    await desk.getByText('De link voor de lezers is klaar').waitFor();
    await look(desk, `version-link-${width}`);
    const link = (await desk.locator('.sleutel').first().innerText()).trim();

    // a reader of the council
    await page.goto(link);
    await look(page, `reading-${width}`);
    await page.getByRole('button', { name: 'Verstuur reactie' }).click();
    await look(page, `reading-error-${width}`);
    await page.getByLabel('Wat vindt u van de tekst?').fill('Schrijf erbij dat het niets kost.');
    await page.getByLabel('een raad van ouders').check();
    await page.getByRole('button', { name: 'Verstuur reactie' }).click();
    await says(page, 'Dank u wel. De coördinator leest uw reactie.');
    await desk.goto(`${house.url}/materialen/folder-nl/tekst`);
    await desk.locator('main table a').first().click();
    await says(desk, 'Schrijf erbij dat het niets kost.');
    await desk.getByRole('button', { name: 'Publiceer deze tekst' }).click();
    await says(desk, 'Gepubliceerd.');
    await go(page, '/materialen/folder-nl');
    await says(page, 'Een buddy in Waterrijk');
    await go(desk, '/materialen/folder-nl/tekst');
    await look(desk, `text-history-${width}`);
    await desk.getByRole('button', { name: 'Terug naar de standaardtekst' }).click();
    await go(page, '/materialen/folder-nl');
    await says(page, 'Een buddy: een ouder naast u');

    // the schools
    await go(desk, '/materialen/scholen');
    await look(desk, `schools-${width}`);
    await desk.getByRole('link', { name: 'De Waterlelie' }).click();
    await look(desk, `school-card-${width}`);
    const address = (await desk.locator('.sleutel').innerText()).trim();
    await page.goto(address);
    await says(page, 'Buddy’s bij De Waterlelie');
    await look(page, `school-page-${width}`);
    await page.locator('a[href$="/checklist-school-nl"]').click();
    await says(page, 'Voor de schoolleider van De Waterlelie.');
    await look(page, `school-sheet-${width}`);
    await page.goto(`${address}x`);
    await says(page, 'Deze bladzijde is er niet');
    await context.close();
    await own.close();
  }
} finally {
  await b.close();
  await house.stop();
  fs.rmSync(folder, { recursive: true, force: true });
}
end();
