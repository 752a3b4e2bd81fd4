// Schools: the coordinator's list of where something was done, one school, recording for many, arrangements and contacts; narrow and wide, with errors.
import { browser, check, demonstration, end, look, person } from './world.mjs';

const house = await demonstration();
const b = await browser();

for (const width of [390, 1280]) {
  const { context, page } = await person(b, width);
  await page.goto(house.links['coördinator']);
  const go = (path) => page.goto(house.url + path);
  const press = async (label) => { await page.getByRole('button', { name: label, exact: true }).first().click(); await page.waitForLoadState(); };
  const follow = async (label) => { await page.getByRole('link', { name: label }).first().click(); await page.waitForLoadState(); };
  const see = (name) => look(page, `${width}-${name}`);
  const says = async (text) => check(`${width}: the page says ‘${text}’ (${page.url()})`, (await page.locator('main').innerText()).includes(text));

  // one row on Vandaag leads to the schools where nothing happened
  await go('/vandaag');
  await says('Scholen waar lang niets gebeurde');
  await page.locator('main a[href="/scholen?stand=stil"]').first().click();
  await says('De Wielewaal');
  check(`${width}: a school where something happened is not silent`, !(await page.locator('main table').innerText()).includes('De Waterlelie'));
  await see('scholen-stil');
  await go('/scholen');
  await see('scholen');
  await go('/scholen?zoek=nergens');
  await see('scholen-leeg');

  // something that is not whole, then whole, on the page of one school
  await go('/scholen');
  await follow('De Wielewaal, Wiel');
  await see('school-leeg');
  await press('Leg vast');
  await says('Kies wat er gebeurde.');
  await see('school-fout');
  await page.getByLabel('Team verteld').check();
  await page.getByLabel('Korte notitie (niet verplicht)').fill(`In de teamkamer ${width}`);
  await press('Leg vast');
  await says(`In de teamkamer ${width}`);
  await follow('Iets terughalen dat niet klopt');
  await see('school-momenten');
  await page.locator('main table a').first().click();
  await see('school-moment');
  await press('Ja, haal dit terug');
  check(`${width}: what was taken back is gone`, !(await page.locator('main').innerText()).includes(`In de teamkamer ${width}`));

  // a contact: refused, added, changed, gone
  await follow('Contactpersoon toevoegen');
  await press('Voeg toe');
  await see('school-contact-fout');
  await page.getByLabel('Naam', { exact: true }).fill(`Jorien ${width}`);
  await page.getByLabel('intern begeleider').check();
  await page.getByLabel('Telefoonnummer').fill('0300 55 02 09');
  await press('Voeg toe');
  await says(`Jorien ${width}`);
  await follow(`Jorien ${width}`);
  await see('school-contact');
  await follow('Deze persoon is geen contactpersoon meer');
  await see('school-contact-einde');
  await press('Ja, wis deze gegevens');
  check(`${width}: the contact is gone`, !(await page.locator('main').innerText()).includes(`Jorien ${width}`));

  // arrangements and facts
  await follow('Afspraken veranderen');
  await see('school-afspraken');
  await page.getByLabel('Ja, juist graag').check();
  await page.getByLabel('de leerkracht').check();
  await press('Bewaren');
  await says('de leerkracht');
  await follow('Gegevens veranderen');
  await page.getByLabel('Postcode').fill('42');
  await press('Bewaren');
  await says('Vul een postcode in');
  await see('school-gegevens-fout');
  await go('/scholen');
  await follow('De Waterlelie, Waterdorp');
  await see('school');

  // many schools at once, from the list as it was searched
  await go('/scholen?zoek=oosterwiel');
  await follow('Vastleggen voor meer scholen');
  await press('Leg vast');
  await says('Kies voor welke scholen dit geldt.');
  await see('scholen-vastleggen-fout');
  await page.getByLabel('Poster opgehangen').check();
  await page.getByLabel('Alle scholen hieronder (2)').check();
  await press('Leg vast');
  await says('Vastgelegd voor alle gekozen scholen.');

  // a new school, closed and opened again
  await go('/scholen/nieuw');
  await press('Voeg toe');
  await see('school-nieuw-fout');
  await page.getByLabel('Naam van de school').fill(`De Proef ${width}`);
  await page.getByLabel('basisschool', { exact: true }).check();
  await page.getByLabel('Plaats').fill('Wiel');
  await page.getByLabel('Postcode').fill('4206 AB');
  await press('Voeg toe');
  await says(`De Proef ${width}`);
  await follow('Deze school is gesloten');
  await see('school-sluiten');
  await press('Ja, deze school is gesloten');
  await go('/scholen?stand=gesloten');
  await follow(`De Proef ${width}`);
  await see('school-gesloten');
  await press('Deze school is weer open');
  await says('De school is weer open.');

  // the pilot as it was: ninety-two schools in pages
  await go('/wisselen');
  await press('Ga naar Ouder- en jeugdsteunpunt Rivierbuurt');
  await go('/scholen');
  await says('92');
  await see('pilot-scholen');
  await go('/wisselen');
  await press('Ga naar Ouder- en jeugdsteunpunt Waterrijk');
  await context.close();
}
await b.close();
await house.stop();
end();
