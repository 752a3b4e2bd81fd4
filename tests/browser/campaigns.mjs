// Recruiting by the coordinator: a campaign with its codes, channels, the network with a next step, a mailing, the yield with its downloads, and hours; narrow and wide, with errors.
import fs from 'node:fs';
import { browser, check, demonstration, end, look, person } from './world.mjs';

const house = await demonstration();
const b = await browser();

for (const width of [390, 1280]) {
  const { context, page } = await person(b, width, { acceptDownloads: true });
  const go = (path) => page.goto(house.url + path);
  const press = async (label) => { await page.getByRole('button', { name: label }).first().click(); await page.waitForLoadState(); };
  const follow = async (label) => { await page.getByRole('link', { name: label }).first().click(); await page.waitForLoadState(); };
  const see = (name) => look(page, `${width}-${name}`);
  const says = async (text) => check(`${width}: the page says ‘${text}’ (${page.url()})`, (await page.locator('main').innerText()).includes(text));
  const date = async (name, day) => { for (const [part, value] of [['dag', day.getDate()], ['maand', day.getMonth() + 1], ['jaar', day.getFullYear()]]) await page.locator(`[name=${name}_${part}]`).fill(String(value)); };
  const ahead = (days) => new Date(Date.now() + days * 86400e3);
  await page.goto(house.links['coördinator']);
  await says('tijd voor plan B');
  await says('Volgende stap in de werving');

  // a campaign
  await go('/werving');
  await see('werving');
  await page.locator('main').getByRole('link', { name: 'Campagnes', exact: true }).click();
  await see('campagnes');
  await follow('Nieuwe campagne');
  await press('Opslaan');
  await see('campagne-fout');
  await page.getByLabel('vraagouders').check();
  await page.getByLabel('Naam van de campagne').fill(`Winter ${width}`);
  await page.getByLabel('Hoeveel mensen zoekt u?').fill('6');
  await date('einde', ahead(60));
  await page.getByLabel('Wat doet u als er dan te weinig mensen zijn?').fill('Een tweede koffieochtend.');
  await press('Opslaan');
  await says('/buddy-vragen?via=poster.c');
  await see('campagne');
  await follow('Campagne veranderen');
  await see('campagne-wijzigen');
  await page.goBack();
  await follow('Campagne eerder sluiten');
  await see('campagne-sluiten');
  await press('Ja, sluit deze campagne');
  await says('Er kwamen 0 van de 6 mensen.');
  await see('campagne-plan-b');
  await press('Plan B is gedaan');
  await says('plan B is gedaan');
  await press('Open deze campagne weer');

  // channels
  await go('/kanalen');
  await page.getByLabel('Naam', { exact: true }).fill('Poster bij de kapper');
  await page.getByLabel('Code (niet verplicht)').fill('poster');
  await press('Toevoegen');
  await see('kanalen-fout');
  await page.getByLabel('Code (niet verplicht)').fill(`kapper${width}`);
  await press('Toevoegen');
  await see('kanalen');
  const stranger = await person(b, width);
  await stranger.page.goto(`${house.url}/buddy-worden?via=kapper${width}`);
  await stranger.page.getByRole('link', { name: 'Ik meld mij aan' }).click();
  check(`${width}: a code of an own channel is not asked again`, await stranger.page.getByText('Hoe hoorde u van ons?').count() === 0);
  await stranger.page.goto(`${house.url}/buddy-worden/aanmelden?via=niets`);
  check(`${width}: an unknown code is asked`, await stranger.page.getByText('Hoe hoorde u van ons?').count() === 1);
  await look(stranger.page, `${width}-aanmelden-kanalen`);
  await stranger.context.close();

  // the network
  await go('/netwerk');
  await see('netwerk');
  await follow('Iemand toevoegen');
  await press('Opslaan');
  await see('netwerk-fout');
  await page.getByLabel('Naam', { exact: true }).fill(`Roos Wolters ${width}`);
  await page.getByLabel('intern begeleider').check();
  await page.getByLabel('Mailadres (niet verplicht)').fill(`roos${width}@voorbeeld.example`);
  await press('Opslaan');
  await page.getByLabel('Volgende stap (niet verplicht)').fill('Bellen over de koffieochtend');
  await press('Leg vast');
  await see('netwerk-contact-fout');
  await page.getByLabel('Waarmee?').selectOption({ label: 'telefoon' });
  await date('wanneer', ahead(3));
  await press('Leg vast');
  await says('Bellen over de koffieochtend');
  await see('netwerk-een');
  await press('Deze stap is gedaan');
  await says('afgehandeld');
  await follow('Gegevens veranderen');
  await see('netwerk-wijzigen');
  await page.goBack();
  await follow('Wegzetten');
  await see('netwerk-wegzetten');
  await go('/contactlogboek');
  await see('contactlogboek');

  // a mailing
  await go('/mailings/nieuw');
  await press('Verder naar de tekst');
  await see('mailing-kiezen-fout');
  await page.getByLabel(`Roos Wolters ${width}`).check();
  await page.getByLabel('Peer Hendriks').check();
  await page.getByLabel('eerste brief aan ambulant begeleiders').check();
  await page.getByLabel('Voor welke campagne?').selectOption({ label: 'Najaar' });
  await press('Verder naar de tekst');
  const words = await page.getByLabel('Tekst').inputValue();
  check(`${width}: the letter carries the code`, /\/buddy-worden\?via=ambulant-begeleider\.c2/.test(words));
  await see('mailing-tekst');
  await page.getByLabel('Tekst').fill('Kort');
  await press('Bekijk de brief');
  await see('mailing-tekst-fout');
  await page.getByLabel('Tekst').fill(words.replace('Beste collega,', 'Beste Roos,'));
  await press('Bekijk de brief');
  await says('Peer Hendriks: geen mailadres, krijgt niets');
  await see('mailing-voorbeeld');
  await press('Terug naar de tekst');
  check(`${width}: the text is kept on the way back`, (await page.getByLabel('Tekst').inputValue()).startsWith('Beste Roos,'));
  await press('Terug naar de ontvangers');
  check(`${width}: the choice is kept on the way back`, await page.getByLabel(`Roos Wolters ${width}`).isChecked());
  await press('Verder naar de tekst');
  check(`${width}: the text is kept on the way on`, (await page.getByLabel('Tekst').inputValue()).startsWith('Beste Roos,'));
  await press('Bekijk de brief');
  await press('Verstuur aan 1 persoon');
  const sent = page.url();
  let left = false;
  for (let i = 0; i < 30 && !left; i++) {
    await page.waitForTimeout(300);
    await page.goto(sent);
    left = !(await page.locator('main').innerText()).includes('nog niet weg');
  }
  check(`${width}: the letter left`, left);
  await see('mailing');
  await go('/mailings');
  await see('mailings');
  await go('/uitbak');
  await says('Beste Roos,');

  // the yield
  await go('/opbrengst');
  await see('opbrengst');
  await page.getByLabel('Wanneer zij zich meldden').selectOption({ label: 'De laatste drie maanden' });
  await press('Toon');
  check(`${width}: the choice stays`, (await page.getByLabel('Wanneer zij zich meldden').inputValue()) === 'drie-maanden');
  const take = async (label) => { const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: label }).click()]); return fs.readFileSync(await download.path()); };
  check(`${width}: CSV comes along`, (await take('Download buddy’s (CSV)')).toString().includes('Kanaal;Aangemeld'));
  check(`${width}: XLSX comes along`, (await take('Download alles als werkblad (XLSX)')).subarray(0, 2).toString() === 'PK');
  await go('/opbrengst?campagne=&periode=schooljaar-2024');
  await see('opbrengst-leeg');

  // hours
  await go('/uren');
  await press('Noteer');
  await see('uren-fout');
  await page.getByLabel('Hoeveel uren?').fill('1,5');
  await page.getByLabel('Waarvoor?').fill('koffieochtend');
  await press('Noteer');
  await says('koffieochtend');
  await see('uren');
  await page.locator('main table').last().locator('a').first().click();
  await see('uren-een');
  await press('Haal deze uren weg');

  // the pilot
  await go('/wisselen');
  await press('Ga naar Ouder- en jeugdsteunpunt Rivierbuurt');
  await go('/opbrengst');
  await see('opbrengst-pilot');
  await go('/wisselen');
  await press('Ga naar Ouder- en jeugdsteunpunt Waterrijk');
  await context.close();
}
await b.close();
await house.stop();
end();
